import { z } from "zod";
import { AttributionLevel } from "~/domain/attribution";
import { stateWithWords } from "~/domain/moves/interview";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { recordAnswer, type Recorded } from "./record-answer.server";
import { answerState } from "~/platform/recorded-answer";

const Ids = z.array(z.string());

/** Takes all of the raw notes of an answer into its record, under what stands there; they are then put into words that can be checked. */
export async function takeNotes(
  context: ChangeContext,
  input: { assessmentId: string; interviewId: string; answerId: string; version: number; key: string | null },
): Promise<Recorded> {
  const { assessmentId, interviewId, answerId: id, version, key } = input;
  const row = await db.interviewAnswer.findFirst({ where: { id, assessmentId, interviewId, archivedAt: null } });
  if (!row) throw refuse("not-found");
  const { question, part, reason, value, notes, timeMark, attribution, givenBy } = row;
  const state = answerState(row.state);
  const record = [row.record.trimEnd(), notes.trim()].filter(Boolean).join("\n");
  return recordAnswer(context, {
    assessmentId,
    interviewId,
    question,
    part,
    version,
    key,
    reason,
    notes,
    timeMark,
    record,
    state: record === "" ? state : stateWithWords(state),
    value: value === null ? null : (JSON.parse(value) as unknown),
    attribution: attribution === null ? null : AttributionLevel.parse(attribution),
    givenBy: Ids.parse(JSON.parse(givenBy)),
  });
}
