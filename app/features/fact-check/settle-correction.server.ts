import { disputes } from "~/domain/fact-check/reply";
import { needsReason, type Settlement } from "~/domain/fact-check/status";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { readCountedReplies } from "~/platform/fact-check-replies.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";
import { labelOfLink } from "~/platform/keep-check-link.server";
import { requireRecordUnlocked } from "~/platform/record-lock.server";
import { refuse } from "~/platform/refusal.server";
import { findUnsettled } from "./find-unsettled.server";
import { keepSettled } from "./keep-settled.server";

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

/** Where and how it is told that the record would stay as it is: an objection is not dealt with by changing nothing. */
const unchanged = {
  "taken-over": { field: "as", problem: "nothing-to-take-over" },
  changed: { field: "record", problem: "record-unchanged" },
} as const;

/** Deals with what an interviewee has against a record: her text, another text, or the record as it was with a reason. The reply stays. */
export async function settleCorrection(context: ChangeContext, input: SettleCorrection): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { reply, answer } = await findUnsettled(tx, context, input);
    const record = { "taken-over": reply.text, changed: input.record, kept: answer.record }[input.as];
    const reason = input.reason.trim();
    if (!/\S/u.test(record)) throw refuse("invalid", { field: "record", problem: "required" });
    if (input.as !== "kept" && record.trim() === answer.record.trim()) throw refuse("invalid", unchanged[input.as]);
    if (needsReason(input.as) && reason === "") throw refuse("invalid", { field: "reason", problem: "required" });
    if (record !== answer.record) await requireRecordUnlocked(tx, answer.interviewId, context.at);
    const version = input.version + 1;
    const written = record === answer.record ? {} : { record, byId: context.by.id, at: context.at };
    const disputed = await isDisputedByOthers(tx, context.at, reply);
    const data = { ...written, version, ...(!disputed && { disputedAt: null }) };
    const { count } = await tx.interviewAnswer.updateMany({ where: { id: answer.id, version: input.version }, data });
    if (count === 0) throw refuse("conflict", { version: answer.version });
    await keepAnswer(tx, context, answer.id);
    await indexAnswer(tx, answer.id);
    await countChange(tx, answer.interviewId);
    await keepSettled(tx, context, reply, { as: input.as, reason });
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

/** Whether what somebody else has against the same answer still waits. */
async function isDisputedByOthers(tx: Tx, at: Date, { id, answerId }: { id: string; answerId: string }): Promise<boolean> {
  const replies = await readCountedReplies(tx, { answerId: { in: [answerId] } }, at);
  return replies.some((one) => one.id !== id && disputes(one));
}
