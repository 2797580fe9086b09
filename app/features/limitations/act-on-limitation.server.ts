import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { refusedField, type FormProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { addLimitation } from "./add-limitation.server";
import { archiveLimitation } from "./archive-limitation.server";
import { changeLimitation } from "./change-limitation.server";
import type { limitationForms } from "./schema";
import { translateLimitation } from "./translate-limitation.server";

type Filled = z.output<typeof limitationForms>;

/** Does what one of the forms on the page of limitations asks; what is wrong with a field comes back with all that was typed. */
export async function actOnLimitation(
  context: ChangeContext,
  where: { assessmentId: string; path: string },
  form: Filled,
): Promise<Response | FormProblem> {
  const done = await catchRefusal(() => act(context, where.assessmentId, form), "invalid");
  return done.ok ? redirect(where.path) : refusedField(form, done.refusal.details);
}

async function act(context: ChangeContext, assessmentId: string, form: Filled): Promise<unknown> {
  switch (form.intent) {
    case "add":
      return addLimitation(context, { ...form, assessmentId });
    case "change":
      return changeLimitation(context, { ...form, assessmentId });
    case "archive":
      return archiveLimitation(context, { ...form, assessmentId });
    case "translate":
      return translateLimitation(context, { ...form, assessmentId });
  }
}
