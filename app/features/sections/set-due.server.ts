import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findSectionRow, personOf, requireMay } from "./find-section.server";
import { keepSection } from "./keep-section.server";

/** The day on which a section is due (`yyyy-mm-dd`), or none. */
export interface SetDue {
  assessmentId: string;
  id: string;
  version: number;
  dueOn: string | null;
}

export async function setDue(context: ChangeContext, input: SetDue): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, dueOn } = input;
    const section = await findSectionRow(tx, assessmentId, id);
    requireMay(personOf(context, assessmentId), "section.assign", { assessmentId }, assessmentId);
    if (section.version !== version) throw refuse("conflict", { theirs: { version: section.version } });
    if (section.dueOn === dueOn) return { result: { version }, event: "nothing changed" };
    await tx.section.update({ where: { id }, data: { dueOn, version: version + 1 } });
    await keepSection(tx, context, id);
    const subject = { type: "section", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "section.set-due", subject, label: section.code, change: { dueOn: { before: section.dueOn, after: dueOn } } },
    };
  });
}
