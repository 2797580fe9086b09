import { redirect } from "@remix-run/node";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { endStepBack } from "./end-step-back.server";
import { replaceReviewer } from "./replace-reviewer.server";
import type { StepBackForm } from "./schema";
import { stepBack } from "./step-back.server";

/** Does what a form of the page asks, and leads to where the outcome is seen; what was overtaken (409) or is missing (422) comes back as a problem. */
export async function actOnStepBack(
  context: ChangeContext,
  place: { assessmentId: string; sectionId: string; path: string },
  form: StepBackForm,
): Promise<Response | { problem: FormProblem; status: number }> {
  const done = await catchRefusal<unknown>(() => act(context, place, form), "conflict", "invalid");
  if (done.ok) return redirect(form.intent === "step-back" ? place.path : `${place.path}/step-back`);
  if (done.refusal.code === "conflict")
    return {
      problem: { ...fieldProblem({ ...form }, "version", "changed-meanwhile"), form: ["changed-meanwhile"], fields: {} },
      status: 409,
    };
  const { field, message } = done.refusal.details;
  return { problem: fieldProblem({ ...form }, String(field), typeof message === "string" ? message : "invalid"), status: 422 };
}

function act(context: ChangeContext, { assessmentId, sectionId }: { assessmentId: string; sectionId: string }, form: StepBackForm) {
  switch (form.intent) {
    case "step-back":
      return stepBack(context, { assessmentId, sectionId, sectionVersion: form.version, reason: form.reason });
    case "replace":
      return replaceReviewer(context, { assessmentId, id: form.id, version: form.version, userId: form.userId });
    case "end":
      return endStepBack(context, { assessmentId, id: form.id, version: form.version, reason: form.endReason });
  }
}
