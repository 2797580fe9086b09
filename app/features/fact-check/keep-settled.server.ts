import type { Dealing } from "~/domain/fact-check/status";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";
import type { Correction } from "./find-unsettled.server";

/** Keeps what became of a correction, beside the words that it is about: what she saved after sending those in, and never sent, gives way to them. */
export async function keepSettled(
  tx: Tx,
  { by, at }: ChangeContext,
  reply: Correction,
  { as, reason }: { as: Dealing; reason: string },
): Promise<void> {
  const { id, assessmentId, answerId, answerVersion, verdict, text, remark, recordDigest } = reply;
  const said = { answerVersion, verdict, text, remark, recordDigest, at: reply.at };
  const settled = { settledAs: as, settledReason: reason || null, settledAt: at, settledById: by.id };
  const version = reply.version + 1;
  await tx.factCheckReply.update({ where: { id, version: reply.version }, data: { ...said, ...settled, version } });
  const body = { answerId, verdict, text, remark, recordDigest, settledAs: as, settledReason: reason || null };
  await keepVersion(tx, { assessmentId, kind: "fact-check-reply", recordId: id, number: version, body, by, at });
}
