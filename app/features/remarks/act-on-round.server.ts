import { redirect } from "@remix-run/node";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import type { z } from "zod";
import { closeCommentRound, reopenCommentRound } from "./move-comment-round.server";
import { openCommentRound } from "./open-comment-round.server";
import type { RemarkedEdition } from "./open-remarks.server";
import { localOf, type roundForms } from "./schema";

type Filled = z.output<ReturnType<typeof roundForms>>;

/** Opens, closes or re-opens a round of remarks; what is wrong with a field comes back with all that was typed. */
export async function actOnRound(
  context: ChangeContext,
  { assessment, edition, path }: { assessment: AssessmentRow; edition: RemarkedEdition; path: string },
  form: Filled,
): Promise<Response | FormProblem> {
  const where = { assessmentId: assessment.id, editionId: edition.id };
  const done = await catchRefusal(() => act(context, where, form, assessment.languages), "invalid");
  return done.ok ? redirect(`${path}/remarks`) : refusedField(form, done.refusal.details);
}

function act(
  context: ChangeContext,
  where: { assessmentId: string; editionId: string },
  form: Filled,
  languages: readonly string[],
): Promise<unknown> {
  switch (form.intent) {
    case "ask":
      return openCommentRound(context, { ...where, dueOn: form.dueOn, note: localOf(form, "note", languages) });
    case "close":
      return closeCommentRound(context, { ...where, version: form.version });
    case "reopen":
      return reopenCommentRound(context, { ...where, version: form.version, dueOn: form.dueOn, reason: form.reason });
  }
}
