import { isFollowUp } from "~/domain/interviews/follow-up";
import { isOpen, writableInterviewStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";
import { requireRecordUnlocked } from "~/platform/record-lock.server";
import { refuse } from "~/platform/refusal.server";
import { aboutAnswer } from "./about-givers.server";
import { findChangeableInterview } from "./check-interview.server";
import { answerState } from "~/platform/recorded-answer";

/** Takes away a follow-up that was added by mistake; refused once anything was written down to it. Its number is not given again. */
export async function archiveFollowUp(
  context: ChangeContext,
  input: { assessmentId: string; answerId: string; version: number },
): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, answerId: id, version } = input;
    const before = await tx.interviewAnswer.findFirst({ where: { id, assessmentId } });
    if (!before || !isFollowUp(before.part)) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, context, assessmentId, before.interviewId);
    if (!writableInterviewStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
    await requireRecordUnlocked(tx, interview.id, context.at);
    if (before.archivedAt) throw refuse("wrong-state", { state: "archived" });
    if (!isOpen(answerState(before.state)) || /\S/u.test(before.record + before.notes)) throw refuse("wrong-state", { state: "answered" });
    const { count } = await tx.interviewAnswer.updateMany({
      where: { id, version },
      data: { archivedAt: context.at, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepAnswer(tx, context, id);
    await countChange(tx, interview.id);
    const subject = { type: "interview-answer", id, version: version + 1 } as const;
    const about = await aboutAnswer(tx, before);
    return { result: null, event: { action: "answer.archive-follow-up", subject, label: before.code, ...about, change: {} } };
  });
}
