import type { AuditEvent } from "~/domain/audit";
import { reasonStates, writableInterviewStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { listOpenItems } from "~/platform/open-items.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview } from "./check-interview.server";
import { recordInChange } from "./record-answer.server";

/** One reason for every question that is still open; the reason is one of the guide, or own words after `other:`. */
export interface SettleOpen {
  assessmentId: string;
  interviewId: string;
  reason: string;
}

/** Says of every question that is still open that it was not asked, with one event for each; what has notes or a time stays open, for it was asked. */
export async function settleOpen(context: ChangeContext, { assessmentId, interviewId, reason }: SettleOpen): Promise<{ settled: number }> {
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const interview = await findChangeableInterview(tx, context, assessmentId, interviewId);
    if (!writableInterviewStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
    const rows = await tx.interviewAnswer.findMany({ where: { interviewId, archivedAt: null } });
    const events: AuditEvent[] = [];
    for (const { question, part: named } of await listOpenItems(tx, assessmentId, interviewId)) {
      const part = named ?? "";
      const before = rows.find((row) => row.question === question && row.part === part);
      if (before && (before.notes.trim() !== "" || before.timeMark !== null)) continue;
      const said = { state: reasonStates.notAsked, reason, value: null, record: "", timeMark: null, attribution: null, givenBy: [] };
      const input = { assessmentId, interviewId, question, part, version: before?.version ?? 0, ...said };
      const { event } = await recordInChange(tx, context, input, interview);
      if (event !== "nothing changed") events.push(...[event].flat());
    }
    const [first, ...others] = events;
    if (!first) throw refuse("invalid", { field: "notAsked", problem: "nothing-open" });
    return { result: { settled: events.length }, event: [first, ...others] };
  });
}
