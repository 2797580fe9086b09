import { change, type ChangeContext } from "~/platform/change.server";
import { countChange } from "~/platform/interview-changes.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview } from "./check-interview.server";
import { keepInterview } from "./keep-interview.server";

/** Takes an interview off the list; refused while a statement or a judgement stands on one of its answers. */
export async function archiveInterview(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number },
): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const before = await findChangeableInterview(tx, context, assessmentId, id);
    const answers = await tx.interviewAnswer.findMany({ where: { interviewId: id }, select: { id: true } });
    const ids = { in: answers.map((answer) => answer.id) };
    const cited = await tx.link.count({ where: { assessmentId, toKind: "interview-answer", toId: ids, archivedAt: null } });
    const grounds = await tx.ground.count({ where: { evidenceKind: "interview-answer", evidenceId: ids } });
    if (cited + grounds > 0) throw refuse("wrong-state", { state: "cited" });
    const { count } = await tx.interview.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepInterview(tx, context, id);
    await countChange(tx, id);
    const subject = { type: "interview", id, version: version + 1 } as const;
    return { result: null, event: { action: "interview.archive", subject, label: before.code, change: {} } };
  });
}
