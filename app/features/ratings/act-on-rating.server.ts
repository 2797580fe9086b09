import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { readNumber } from "~/domain/forms/read-number";
import { typedValue } from "~/domain/judgements/value";
import { scaleOf } from "~/domain/protocol/readers";
import { protocolVersion } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import type { RoundRow } from "~/platform/judgements.server";
import { catchRefusal, type RefusalDetails, refuse } from "~/platform/refusal.server";
import { rateSubject } from "./rate-subject.server";
import { reconcileJudgement } from "./reconcile-judgement.server";
import type { rateForms, reconcileForm } from "./schema";
import { translateJudgement } from "./translate-judgement.server";

/** Where a rater's form was posted: the round, the subject, the page with what it was searched for, and whether it saved by itself. */
export interface RatingPlace {
  assessmentId: string;
  round: RoundRow;
  subjectId: string;
  path: string;
  draft: boolean;
}

/** What could not be kept: the form with its messages, or what the other window of the same person holds. */
export interface RatingAnswer {
  problem?: FormProblem | undefined;
  conflict?: { criterion: string; version: number; theirs: RefusalDetails; mine: z.output<typeof rateForms>; at: Date } | undefined;
  saved?: { at: Date; version: number } | undefined;
}

/** Keeps a judgement or its translation; a form that saves by itself may be half done and is answered with its new version. */
export async function actOnRating(context: ChangeContext, place: RatingPlace, form: z.output<typeof rateForms>) {
  const { assessmentId, round, subjectId, path, draft } = place;
  if (form.intent === "translate") {
    await translateJudgement(context, { ...form, assessmentId });
    return redirect(path);
  }
  const value = await valueTyped(assessmentId, round, form.criterion, form.value, form.language);
  const done = await catchRefusal(
    () => rateSubject(context, { ...form, assessmentId, roundId: round.id, subjectId, value, draft }),
    "invalid",
    "conflict",
  );
  if (done.ok) {
    const saved: RatingAnswer = { saved: { at: context.at, version: done.result.version } };
    return draft ? data(saved) : redirect(`${path}#${form.criterion}`);
  }
  const { code, details } = done.refusal;
  const refused: RatingAnswer =
    code === "conflict"
      ? { conflict: { criterion: form.criterion, version: Number(details["version"]), theirs: details, mine: form, at: context.at } }
      : { problem: problemOf(form, details) };
  return data(refused, { status: done.refusal.status });
}

async function valueTyped(assessmentId: string, round: { protocolNumber: number }, criterion: string, typed: string, language: string) {
  const scale = scaleOf(await protocolVersion(assessmentId, round.protocolNumber), criterion);
  if (!scale) throw refuse("not-found");
  return typedValue(scale, typed, (text) => readNumber(text, language));
}

/** Every field that was refused, with what was typed. */
function problemOf(form: Record<string, unknown>, details: RefusalDetails): FormProblem {
  const problems = (details["problems"] ?? [details]) as { field?: string; problem?: string }[]; // as rateSubject and reconcileJudgement refuse
  const [first, ...others] = problems.map(({ field = "", problem = "invalid" }) => fieldProblem(form, field, problem));
  return others.reduce((all, one) => ({ ...all, fields: { ...all.fields, ...one.fields } }), first ?? fieldProblem(form, "", "invalid"));
}

/** Writes down the agreed value of a difference; what is wrong with a field comes back with all that was typed. */
export async function actOnReconciling(
  context: ChangeContext,
  place: { assessmentId: string; round: RoundRow; subjectId: string },
  form: z.output<typeof reconcileForm>,
): Promise<FormProblem | null> {
  const { assessmentId, round, subjectId } = place;
  const { criterion, version, reason, language } = form;
  const value = await valueTyped(assessmentId, round, criterion, form.value, language);
  if (value === null) return fieldProblem(form, "value", "choose");
  const said = form.dissenter.map((userId, at) => ({ userId, words: form.dissent[at] ?? "" }));
  const dissent = said.filter(({ words }) => words.trim() !== "").map(({ userId, words }) => ({ userId, reason: { [language]: words } }));
  const done = await catchRefusal(
    () => reconcileJudgement(context, { assessmentId, roundId: round.id, subjectId, criterion, version, value, reason, language, dissent }),
    "invalid",
  );
  return done.ok ? null : problemOf(form, done.refusal.details);
}
