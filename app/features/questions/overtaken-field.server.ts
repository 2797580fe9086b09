import { z } from "zod";
import { isNotApplicable } from "~/domain/field-answer";
import { entriesFromValue, isChosenByField } from "~/domain/forms/entries-from-value";
import type { FormField } from "~/domain/forms/form-field";
import type { AnswerValue } from "~/domain/forms/values";
import { type Entries, entriesOfForm, type Overtaken } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { findOvertaken, type VersionBody } from "~/platform/overtaken.server";
import type { AnswerField } from "./answer-field.server";
import { fieldStem } from "./answer-field-problem";

/** The answer that somebody else kept at a field meanwhile, beside what was typed; null where an answer has many values, which are compared in the form itself. */
export async function findOvertakenField(
  context: ChangeContext,
  { assessmentId, question, field: name, language }: AnswerField,
  field: FormField,
  mine: Entries,
): Promise<Overtaken | null> {
  if (!isChosenByField(field.answer)) return null;
  const row = await db.fieldAnswer.findUnique({
    where: { assessmentId_question_field: { assessmentId, question, field: name } },
    select: { id: true },
  });
  const entriesOf = (body: VersionBody) => fieldEntries(body, fieldStem(name), field, language);
  return row && findOvertaken(db, context, { kind: "field-answer", id: row.id, entriesOf }, mine);
}

const Stored = z.string().nullable();

/** A version of the answer at a field as the entries of its form. */
function fieldEntries({ state, value, reason, explanation }: VersionBody, stem: string, field: FormField, language: string): Entries {
  const kept = Stored.parse(value);
  const answer = kept === null ? null : (JSON.parse(kept) as AnswerValue); // was checked by answerSchema when it was kept
  return entriesOfForm({
    ...entriesFromValue(stem, field.answer, answer, language),
    explanation,
    reason,
    notApplicable: isNotApplicable(String(state)),
  });
}
