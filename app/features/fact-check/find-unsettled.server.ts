import { isSettled } from "~/domain/fact-check/status";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { type CountedReply, readCountedReplies } from "~/platform/fact-check-replies.server";
import { refuse } from "~/platform/refusal.server";
import { findInterviewToCheck } from "./find-interview.server";

/** A correction at the version that was read. */
export interface CorrectionRead {
  assessmentId: string;
  replyId: string;
  replyVersion: number;
}

/** A correction as it counts, with the assessment that it is of. */
export type Correction = CountedReply & { assessmentId: string };

/** A correction that waits to be dealt with, and its answer: sent in, or left with a link that is over. Refused while she is at it. */
export async function findUnsettled(tx: Tx, context: ChangeContext, { assessmentId, replyId, replyVersion }: CorrectionRead) {
  const row = await tx.factCheckReply.findFirst({ where: { id: replyId, assessmentId }, include: { link: true } });
  const answer = row && (await tx.interviewAnswer.findFirst({ where: { id: row.answerId, assessmentId } }));
  if (!row || !answer) throw refuse("not-found");
  await findInterviewToCheck(tx, context, assessmentId, answer.interviewId);
  if (answer.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
  const counted = await readCountedReplies(tx, { answerId: { in: [answer.id] } }, context.at);
  const hers = counted.find(({ link }) => link.participantId === row.link.participantId);
  if (!hers || hers.standing === "with-her") throw refuse("wrong-state", { state: "with-interviewee" });
  if (hers.id !== replyId) throw refuse("conflict", { version: answer.version });
  if (hers.verdict === "confirmed" || isSettled(hers.settledAs)) throw refuse("wrong-state", { state: "agreed" });
  if (hers.version !== replyVersion) throw refuse("conflict", { version: answer.version });
  return { reply: { ...hers, assessmentId }, answer };
}
