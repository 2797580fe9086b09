import { change, type ChangeContext } from "~/platform/change.server";
import { countChange } from "~/platform/interview-changes.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview, requireInterviewees } from "./check-interview.server";
import { createParticipant } from "./plan-interview.server";

/** Who takes part too; persons = how many speak for the organisation, null when that is not known. */
export interface AddParticipant {
  assessmentId: string;
  interviewId: string;
  intervieweeId: string;
  persons: number | null;
}

export async function addParticipant(context: ChangeContext, input: AddParticipant): Promise<{ id: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, interviewId, intervieweeId } = input;
    const { code } = await findChangeableInterview(tx, context, assessmentId, interviewId);
    const codes = await requireInterviewees(tx, context, assessmentId, { ids: [intervieweeId], field: "intervieweeId" });
    const already = await tx.participant.count({ where: { interviewId, intervieweeId } });
    if (already > 0) throw refuse("invalid", { field: "intervieweeId" });
    const id = await createParticipant(tx, context, { assessmentId, interviewId, intervieweeId, persons: input.persons });
    await countChange(tx, interviewId);
    const label = `${code}, ${codes.get(intervieweeId) ?? ""}`;
    const subject = { type: "participant", id, version: 1 } as const;
    return {
      result: { id },
      event: { action: "participant.add", subject, label, about: intervieweeId, change: { interview: code, level: "anonymous" } },
    };
  });
}
