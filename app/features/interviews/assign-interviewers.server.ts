import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { countChange } from "~/platform/interview-changes.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview, requireInterviewers } from "./check-interview.server";
import { keepInterview } from "./keep-interview.server";

/** Everyone who holds the interview from now on; who is no longer named no longer sees the identity or, as consented, the notes. */
export interface AssignInterviewers {
  assessmentId: string;
  id: string;
  version: number;
  interviewerIds: readonly string[];
}

export async function assignInterviewers(context: ChangeContext, input: AssignInterviewers): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const { code, ...interview } = await findChangeableInterview(tx, context, assessmentId, id);
    await requireInterviewers(tx, assessmentId, input.interviewerIds);
    const rows = await tx.interviewer.findMany({ where: { interviewId: id }, select: { userId: true }, orderBy: { userId: "asc" } });
    const before = rows.map(({ userId }) => userId);
    const after = [...input.interviewerIds].sort();
    if (before.join() === after.join() && interview.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.interview.updateMany({ where: { id, version }, data: { version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: interview.version });
    await tx.interviewer.deleteMany({ where: { interviewId: id, userId: { notIn: after } } });
    for (const userId of after.filter((each) => !before.includes(each)))
      await tx.interviewer.create({ data: { id: newId(context.at), assessmentId, interviewId: id, userId } });
    await keepInterview(tx, context, id);
    await countChange(tx, id);
    const subject = { type: "interview", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "interview.assign", subject, label: code, change: { interviewers: { before, after } } },
    };
  });
}
