import type { z } from "zod";
import { textEntry } from "~/domain/forms/read-answer";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { addRater } from "./add-rater.server";
import { closeRound } from "./close-round.server";
import { abandonRound, reopenRound } from "./end-round.server";
import { openRound } from "./open-round.server";
import { removeRater } from "./remove-rater.server";
import { replaceRater } from "./replace-rater.server";
import type { roundForms } from "./schema";
import { setDue } from "./set-due.server";

type RoundForm = z.output<ReturnType<typeof roundForms>>;

/** Does what one of the forms on the page of rounds asks; what is wrong with a field comes back with all that was typed. */
export async function actOnRound(
  context: ChangeContext,
  assessmentId: string,
  languages: readonly string[],
  form: RoundForm,
): Promise<FormProblem | null> {
  if (form.intent === "open-round") return actOnOpening(context, assessmentId, languages, form);
  const { round: roundId, version } = form;
  const done = await catchRefusal(() => actOn(context, { assessmentId, roundId, version }, form), "invalid");
  if (done.ok) return null;
  const { details } = done.refusal;
  return refusedField(form, details["field"] === "raters" ? { ...details, field: "newRater" } : details);
}

function actOn(
  context: ChangeContext,
  round: { assessmentId: string; roundId: string; version: number },
  form: Exclude<RoundForm, { intent: "open-round" }>,
): Promise<unknown> {
  switch (form.intent) {
    case "set-due":
      return setDue(context, { ...round, dueOn: form.dueOn });
    case "add-rater":
      return addRater(context, { ...round, raterId: form.newRater });
    case "replace":
      return replaceRater(context, { ...round, raterId: form.rater, newRaterId: form.newRater });
    case "remove-rater":
      return removeRater(context, { ...round, raterId: form.rater, reason: form.reason });
    case "abandon":
      return abandonRound(context, { ...round, reason: form.reason });
    case "close":
      return closeRound(context, round);
    case "reopen":
      return reopenRound(context, { ...round, reason: form.reason });
  }
}

async function actOnOpening(
  context: ChangeContext,
  assessmentId: string,
  languages: readonly string[],
  form: Extract<RoundForm, { intent: "open-round" }>,
): Promise<FormProblem | null> {
  const given = Object.entries(form).flatMap(([name, value]) =>
    languages.flatMap((language) =>
      name === textEntry("title", language) && typeof value === "string" ? [[language, value] as const] : [],
    ),
  );
  if (given.length === 0) return fieldProblem(form, textEntry("title", languages[0] ?? ""), "required");
  const input = {
    assessmentId,
    title: Object.fromEntries(given),
    subjectKind: form.kind,
    subjectIds: form.subjects,
    criteria: form.criteria,
    raterIds: form.raters,
    dueOn: form.dueOn,
  };
  const made = await catchRefusal(() => openRound(context, input), "invalid");
  return made.ok ? null : refusedField(form, made.refusal.details);
}
