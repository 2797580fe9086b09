import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { keepSection } from "~/platform/keep-section.server";
import { refuse } from "~/platform/refusal.server";
import { findSectionRow } from "~/platform/find-section.server";

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
    requireMay(context, assessmentId, "section.assign", "section.read");
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
