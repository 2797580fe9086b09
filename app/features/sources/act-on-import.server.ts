import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { decideImport } from "./decide-import.server";
import { discardImport } from "./discard-import.server";
import type { importForms } from "./import-schema";
import { takeImport } from "./take-import.server";

type Form = z.output<typeof importForms>;

/** Does what a form on the page of an import asks, and leads on; a refusal comes back as the problem of the form. `back` is the page as it was narrowed. */
export async function actOnImport(
  context: ChangeContext,
  place: { assessmentId: string; id: string; language: string; back: string; sources: string },
  form: Form,
): Promise<Response | FormProblem> {
  const named = { assessmentId: place.assessmentId, id: place.id, version: form.version };
  const done = await catchRefusal(() => act(context, named, place.language, form), "invalid");
  if (!done.ok) return refusedField({ intent: form.intent }, done.refusal.details);
  return redirect(form.intent === "discard" ? place.sources : place.back);
}

async function act(context: ChangeContext, named: { assessmentId: string; id: string; version: number }, language: string, form: Form) {
  switch (form.intent) {
    case "decide":
      await decideImport(context, { ...named, decisions: form.decision });
      return;
    case "take":
      return takeImport(context, { ...named, language });
    case "discard":
      return discardImport(context, named);
  }
}
