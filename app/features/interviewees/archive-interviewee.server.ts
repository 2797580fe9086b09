import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeable } from "./check-interviewee.server";
import { keepInterviewee } from "~/platform/keep-interviewee.server";

/** Takes an interviewee off the list; refused while she takes part in an interview, whose answers would lose their origin. */
export async function archiveInterviewee(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number },
): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const before = await findChangeable(tx, context, assessmentId, id);
    const taking = await tx.participant.count({ where: { intervieweeId: id, interview: { archivedAt: null } } });
    if (taking > 0) throw refuse("wrong-state", { state: "in-interview" });
    const { count } = await tx.interviewee.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepInterviewee(tx, context, id);
    const subject = { type: "interviewee", id, version: version + 1 } as const;
    return { result: null, event: { action: "interviewee.archive", subject, label: before.code, about: id, change: {} } };
  });
}
