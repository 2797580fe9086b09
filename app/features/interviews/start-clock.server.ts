import { writableInterviewStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview } from "./check-interview.server";
import { countChange, keepInterview } from "./keep-interview.server";

/** Starts the clock by which the time marks of an interview count; one that runs already goes on as it is. */
export async function startClock(context: ChangeContext, input: { assessmentId: string; id: string }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id } = input;
    const interview = await findChangeableInterview(tx, context, assessmentId, id);
    if (!writableInterviewStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
    if (interview.startedAt) return { result: null, event: "nothing changed" };
    const version = interview.version + 1;
    await tx.interview.update({ where: { id }, data: { startedAt: context.at, version } });
    await keepInterview(tx, context, id);
    await countChange(tx, id);
    const subject = { type: "interview", id, version } as const;
    return {
      result: null,
      event: { action: "interview.start-clock", subject, label: interview.code, change: { startedAt: context.at.toISOString() } },
    };
  });
}
