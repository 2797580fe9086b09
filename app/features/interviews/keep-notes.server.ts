import { z } from "zod";
import { AttributionLevel } from "~/domain/attribution";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { recordAnswer, type Recorded } from "./record-answer.server";
import { answerState } from "~/platform/recorded-answer";

const Ids = z.array(z.string());

/** Keeps the raw notes of an answer and nothing else of it: they can be written while somebody is reading the record. */
export async function keepNotes(
  context: ChangeContext,
  input: { assessmentId: string; interviewId: string; answerId: string; version: number; notes: string; key?: string | null },
): Promise<Recorded> {
  const { assessmentId, interviewId, answerId: id, version, notes, key = null } = input;
  const where = { assessmentId, interviewId };
  const row = await db.interviewAnswer.findFirst({ where: { id, ...where, archivedAt: null } });
  if (!row) throw refuse("not-found");
  const { question, part, reason, record, timeMark, state, value, attribution, givenBy } = row;
  return recordAnswer(context, {
    ...where,
    ...{ question, part, version, reason, record, timeMark, notes, key },
    state: answerState(state),
    value: value === null ? null : (JSON.parse(value) as unknown),
    attribution: attribution === null ? null : AttributionLevel.parse(attribution),
    givenBy: Ids.parse(JSON.parse(givenBy)),
  });
}
