import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { refusedField, type FormProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { addPoint } from "./add-point.server";
import { archivePoint } from "./archive-point.server";
import { changePoint } from "./change-point.server";
import type { optionForms } from "./schema";
import { translatePoint } from "./translate-point.server";

type Filled = z.output<typeof optionForms>;

/** Does what one of the forms on the page of an option asks; what is wrong with a field comes back with all that was typed. */
export async function actOnOption(
  context: ChangeContext,
  where: { assessmentId: string; option: string; path: string },
  form: Filled,
): Promise<Response | FormProblem> {
  const done = await catchRefusal(() => act(context, where, form), "invalid");
  return done.ok ? redirect(where.path) : refusedField(form, done.refusal.details);
}

async function act(
  context: ChangeContext,
  { assessmentId, option }: { assessmentId: string; option: string },
  form: Filled,
): Promise<unknown> {
  switch (form.intent) {
    case "add":
      return addPoint(context, { ...form, assessmentId, option });
    case "change":
      return changePoint(context, { ...form, assessmentId });
    case "archive":
      return archivePoint(context, { ...form, assessmentId });
    case "translate":
      return translatePoint(context, { ...form, assessmentId });
  }
}
