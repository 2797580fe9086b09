import { factCheckLinkState, lockingLinkStates } from "~/domain/fact-check/link";
import type { Settlement } from "~/domain/fact-check/status";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { keepAnswer } from "~/platform/keep-answer.server";
import { labelOfLink } from "~/platform/keep-check-link.server";
import { requireRecordUnlocked } from "~/platform/record-lock.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import { findInterviewToCheck } from "./find-interview.server";

/** What becomes of a correction; `record` counts where it is changed otherwise, `reason` says what was discussed. */
export interface SettleCorrection {
  assessmentId: string;
  replyId: string;
  /** The version of the correction that was read: what she wrote since is not dealt with. */
  replyVersion: number;
  /** The version of the answer that it was read at. */
  version: number;
  as: Settlement;
  record: string;
  reason: string;
}

/** Deals with what an interviewee has against a record: her text, another text, or the record as it was with a reason. The reply stays. */
export async function settleCorrection(context: ChangeContext, input: SettleCorrection): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { reply, answer } = await findUnsettled(tx, context, input);
    const record = { "taken-over": reply.text, changed: input.record, kept: answer.record }[input.as];
    const reason = input.reason.trim();
    if (!/\S/u.test(record)) throw refuse("invalid", { field: "record", problem: "required" });
    if (input.as === "kept" && reason === "") throw refuse("invalid", { field: "reason", problem: "required" });
    if (record !== answer.record) await requireRecordUnlocked(tx, answer.interviewId, context.at);
    const version = input.version + 1;
    const written = record === answer.record ? {} : { record, byId: context.by.id, at: context.at };
    const others = { answerId: answer.id, id: { not: reply.id }, verdict: "corrected", settledAs: null, link: { sentInAt: { not: null } } };
    const disputed = (await tx.factCheckReply.count({ where: others })) > 0;
    const data = { ...written, version, ...(!disputed && { disputedAt: null }) };
    const { count } = await tx.interviewAnswer.updateMany({ where: { id: answer.id, version: input.version }, data });
    if (count === 0) throw refuse("conflict", { version: answer.version });
    await keepAnswer(tx, context, answer.id);
    await indexAnswer(tx, answer.id);
    await tx.interview.update({ where: { id: answer.interviewId }, data: { changes: { increment: 1 } } });
    await settleReply(tx, context, reply, input.as, reason);
    const told = {
      as: input.as,
      ...(record !== answer.record && { record: { before: answer.record, after: record } }),
      ...(reason !== "" && { reason }),
    };
    const subject = { type: "interview-answer", id: answer.id, version } as const;
    const { about } = await labelOfLink(tx, reply.link);
    return { result: { version }, event: { action: "answer.settle-correction", subject, label: answer.code, about, change: told } };
  });
}

/** A correction that waits to be dealt with: sent in, or of a link that is over. */
async function findUnsettled(tx: Tx, context: ChangeContext, { assessmentId, replyId, replyVersion }: SettleCorrection) {
  const reply = await tx.factCheckReply.findFirst({ where: { id: replyId, assessmentId }, include: { link: true } });
  const answer = reply && (await tx.interviewAnswer.findFirst({ where: { id: reply.answerId, assessmentId } }));
  if (!reply || !answer) throw refuse("not-found");
  await findInterviewToCheck(tx, context, assessmentId, answer.interviewId);
  if (answer.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
  if (lockingLinkStates.includes(factCheckLinkState(reply.link, context.at))) throw refuse("wrong-state", { state: "with-interviewee" });
  if (reply.verdict === "confirmed" || reply.settledAs !== null) throw refuse("wrong-state", { state: "agreed" });
  if (reply.version !== replyVersion) throw refuse("conflict", { version: answer.version });
  return { reply, answer };
}

type Reply = Awaited<ReturnType<typeof findUnsettled>>["reply"];

async function settleReply(tx: Tx, { by, at }: ChangeContext, reply: Reply, as: Settlement, reason: string): Promise<void> {
  const settled = { settledAs: as, settledReason: reason || null, settledAt: at, settledById: by.id, version: reply.version + 1 };
  await tx.factCheckReply.update({ where: { id: reply.id, version: reply.version }, data: settled });
  const { verdict, text, remark, recordDigest, answerId } = reply;
  const body = { answerId, verdict, text, remark, recordDigest, settledAs: as, settledReason: reason || null };
  const kept = { assessmentId: reply.assessmentId, kind: "fact-check-reply", recordId: reply.id, number: reply.version + 1, body };
  await keepVersion(tx, { ...kept, by, at });
}
