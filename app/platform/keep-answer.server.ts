import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepVersion } from "./versions.server";

const fieldsKept = {
  interviewId: true,
  code: true,
  question: true,
  part: true,
  state: true,
  reason: true,
  value: true,
  record: true,
  language: true,
  wording: true,
  protocolNumber: true,
  attribution: true,
  givenBy: true,
  timeMark: true,
} as const;

/**
 * Keeps what an answer holds now. The raw notes are a version of their own beside it, so that a history of the answer can be
 * shown to someone who may not read them.
 */
export async function keepAnswer(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const beside = { assessmentId: true, version: true, notes: true, disputedAt: true, withdrawnAt: true, archivedAt: true } as const;
  const row = await tx.interviewAnswer.findUniqueOrThrow({ where: { id }, select: { ...fieldsKept, ...beside } });
  const { assessmentId, version, notes, disputedAt, withdrawnAt, archivedAt, ...fields } = row;
  const kept = { assessmentId, recordId: id, number: version, by, at };
  const moments = { disputedAt: disputedAt?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  const body = { ...fields, ...moments, ...(archivedAt && { archivedAt: archivedAt.toISOString() }) };
  await keepVersion(tx, { ...kept, kind: "interview-answer", body });
  await keepVersion(tx, { ...kept, kind: "interview-notes", body: { notes } });
}
