import { discussed } from "~/domain/fact-check/status";
import { change, type ChangeContext } from "~/platform/change.server";
import { countChange } from "~/platform/interview-changes.server";
import { labelOfLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";
import { type CorrectionRead, findUnsettled } from "./find-unsettled.server";
import { keepSettled } from "./keep-settled.server";

/** A note to an interviewee about her correction. */
export interface DiscussCorrection extends CorrectionRead {
  reason: string;
}

/** Sends a correction back with a note, which she reads beside it when she opens a link. It stays as it is until she sends in again, or somebody deals with it. */
export async function discussCorrection(context: ChangeContext, input: DiscussCorrection): Promise<void> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { reply, answer } = await findUnsettled(tx, context, input);
    const reason = input.reason.trim();
    if (reason === "") throw refuse("invalid", { field: "reason", problem: "required" });
    await keepSettled(tx, context, reply, { as: discussed, reason });
    await countChange(tx, answer.interviewId);
    const subject = { type: "interview-answer", id: answer.id, version: answer.version } as const;
    const { about } = await labelOfLink(tx, reply.link);
    return { result: undefined, event: { action: "answer.discuss-correction", subject, label: answer.code, about, change: { reason } } };
  });
}
