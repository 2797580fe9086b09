import { heldStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { noticeEditions } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";
import { aboutAnswer } from "./about-givers.server";
import { findChangeableInterview } from "./check-interview.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";

/** Takes an answer back for someone who gave it. It counts at once: no longer shown, found or newly cited, and never written again. */
export async function withdrawAnswer(
  context: ChangeContext,
  input: { assessmentId: string; answerId: string; version: number; reason: string },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, answerId: id, version, reason } = input;
    const before = await tx.interviewAnswer.findFirst({ where: { id, assessmentId } });
    if (!before) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, context, assessmentId, before.interviewId);
    if (!heldStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
    if (before.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
    if (reason.trim() === "") throw refuse("invalid", { field: "reason" });
    const { count } = await tx.interviewAnswer.updateMany({
      where: { id, version },
      data: { withdrawnAt: context.at, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepAnswer(tx, context, id);
    await indexAnswer(tx, id);
    const about = { kind: "interview-answer", id } as const;
    await noticeEditions(tx, context, { assessmentId, answers: [before], listedSince: null, kind: "answer-withdrawn", about });
    await countChange(tx, interview.id);
    const subject = { type: "interview-answer", id, version: version + 1 } as const;
    const whose = await aboutAnswer(tx, before);
    return {
      result: { version: version + 1 },
      event: { action: "answer.withdraw", subject, label: before.code, ...whose, change: { reason: reason.trim() } },
    };
  });
}
