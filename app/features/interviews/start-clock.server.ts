import { writableInterviewStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { once } from "~/platform/idempotency.server";
import { countChange } from "~/platform/interview-changes.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview } from "./check-interview.server";
import { keepInterview } from "./keep-interview.server";

/** A clock to start: now, or when it was started on a device that had no connection. */
export interface StartClock {
  assessmentId: string;
  id: string;
  startedAt?: Date | null;
  /** By which the form is known when it comes again. */
  key?: string | null;
}

/** Starts the clock by which the time marks of an interview count; one that runs already goes on as it is. */
export async function startClock(context: ChangeContext, input: StartClock): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id } = input;
    const interview = await findChangeableInterview(tx, context, assessmentId, id);
    return once(tx, context, input.key ?? null, async () => {
      if (!writableInterviewStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
      if (interview.startedAt) return { result: null, event: "nothing changed" };
      const startedAt = momentOf(context, interview, input.startedAt ?? null);
      const version = interview.version + 1;
      await tx.interview.update({ where: { id }, data: { startedAt, version } });
      await keepInterview(tx, context, id);
      await countChange(tx, id);
      const subject = { type: "interview", id, version } as const;
      return {
        result: null,
        event: { action: "interview.start-clock", subject, label: interview.code, change: { startedAt: startedAt.toISOString() } },
      };
    });
  });
}

/** The moment that a device tells, where it can be: not still to come, and not before the interview was put down. */
function momentOf({ at }: ChangeContext, { createdAt }: { createdAt: Date }, told: Date | null): Date {
  return told !== null && createdAt <= told && told <= at ? told : at;
}
