import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

/**
 * Keeps what an answer holds now. The raw notes are a version of their own beside it, so that a history of the answer can be
 * shown to someone who may not read them.
 */
export async function keepAnswer(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.interviewAnswer.findUniqueOrThrow({ where: { id } });
  const { assessmentId, version, notes, disputedAt, withdrawnAt } = row;
  const {
    interviewId,
    code,
    question,
    part,
    state,
    reason,
    value,
    record,
    language,
    wording,
    protocolNumber,
    attribution,
    givenBy,
    timeMark,
  } = row;
  const fields = {
    interviewId,
    code,
    question,
    part,
    state,
    reason,
    value,
    record,
    language,
    wording,
    protocolNumber,
    attribution,
    givenBy,
    timeMark,
  };
  const kept = { assessmentId, recordId: id, number: version, by, at };
  const body = { ...fields, disputedAt: disputedAt?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  await keepVersion(tx, { ...kept, kind: "interview-answer", body });
  await keepVersion(tx, { ...kept, kind: "interview-notes", body: { notes } });
}
