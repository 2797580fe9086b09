import { redirect } from "@remix-run/node";
import type { Language } from "~/domain/tool-language";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, refusedField, type FormProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import type { ReturnedForm } from "./schema";
import { finishRemark, leaveItems, placeRemark } from "./settle-items.server";
import { takeItems } from "./take-items.server";

/** A form on the page of a returned file that was not kept; 409 where somebody else dealt with the file meanwhile. */
export interface ReturnedAnswer {
  status: 409 | 422;
  problem: FormProblem;
}

/** Does what a form on the page of a returned file asks, and leads back to it; what is refused or overtaken comes back with what was ticked. */
export async function actOnReturned(
  context: ChangeContext,
  where: { assessmentId: string; path: string; language: Language },
  form: ReturnedForm,
): Promise<Response | ReturnedAnswer> {
  const done = await catchRefusal(() => act(context, where, form), "invalid", "conflict", "wrong-state");
  if (done.ok) return redirect(where.path);
  const typed = { ...form };
  if (done.refusal.code === "invalid") return { status: 422, problem: refusedField(typed, done.refusal.details) };
  return { status: 409, problem: { ...fieldProblem(typed, "item", ""), fields: {} } };
}

async function act(
  context: ChangeContext,
  { assessmentId, language }: { assessmentId: string; language: Language },
  form: ReturnedForm,
): Promise<void> {
  const ref = { assessmentId, id: form.id, version: form.version };
  switch (form.intent) {
    case "take":
      return takeItems(context, { ...ref, items: form.item, language });
    case "leave":
      return leaveItems(context, { ...ref, items: form.item });
    case "place":
      return placeRemark(context, { ...ref, item: form.remark, section: form.section, language });
    case "finish":
      return finishRemark(context, { ...ref, item: form.remark });
  }
}
