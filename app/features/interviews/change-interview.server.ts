import { change, type ChangeContext } from "~/platform/change.server";
import { countChange } from "~/platform/interview-changes.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview, levelsOf, requireAgreement, requireDayPassed, requirePerspective } from "./check-interview.server";
import { keepInterview } from "./keep-interview.server";
import { type InterviewPlan, planned } from "./plan-interview.server";

/** The particulars of an interview as filled in again; `heldOn` is null until it was held. */
export interface ChangeInterview extends InterviewPlan {
  assessmentId: string;
  id: string;
  version: number;
  heldOn: string | null;
}

const openFields = ["perspective", "agreedOn", "plannedOn", "heldOn", "mode", "language"] as const;
const guardedFields = ["title", "place", "selectionReason", "agreedWith"] as const;

export async function changeInterview(context: ChangeContext, input: ChangeInterview): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const before = await findChangeableInterview(tx, context, assessmentId, id);
    await requirePerspective(tx, assessmentId, input.perspective);
    requireDayPassed(context, input.heldOn);
    const data = { ...planned(input), heldOn: input.heldOn };
    // An agreement without a day may stand from before; it is not asked again with every other change.
    if (before.agreedWith !== data.agreedWith || before.agreedOn !== data.agreedOn) requireAgreement(context, data);
    const open = openFields.filter((field) => before[field] !== data[field]);
    const guarded = guardedFields.filter((field) => before[field] !== data[field]);
    const levels = before.levels !== data.levels;
    if (open.length + guarded.length === 0 && !levels && before.version === version)
      return { result: { version }, event: "nothing changed" };
    const { count } = await tx.interview.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepInterview(tx, context, id);
    await countChange(tx, id);
    const told = Object.fromEntries(open.map((field) => [field, { before: before[field], after: data[field] }]));
    const subject = { type: "interview", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: {
        action: "interview.change",
        subject,
        label: before.code,
        change: {
          ...told,
          ...(levels && { levels: { before: levelsOf(before.levels), after: levelsOf(data.levels) } }),
          ...(guarded.length > 0 && { changed: guarded }),
        },
      },
    };
  });
}
