import { discussed } from "~/domain/fact-check/status";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { unsettled } from "~/platform/fact-check-replies.server";
import { keepVersion } from "~/platform/versions.server";

/** Ends what was being discussed with a participant, for she has sent in again: what she has against a record still then waits for a researcher. */
export async function endDiscussions(tx: Tx, { by, at }: ChangeContext, participantId: string): Promise<void> {
  const replies = await tx.factCheckReply.findMany({ where: { link: { participantId }, settledAs: discussed } });
  for (const { id, assessmentId, answerId, verdict, text, remark, recordDigest, version: before } of replies) {
    const version = before + 1;
    await tx.factCheckReply.update({ where: { id }, data: { ...unsettled, version } });
    const { settledAs, settledReason } = unsettled;
    const body = { answerId, verdict, text, remark, recordDigest, settledAs, settledReason };
    await keepVersion(tx, { assessmentId, kind: "fact-check-reply", recordId: id, number: version, body, by, at });
  }
}
