import { change, type ChangeContext } from "~/platform/change.server";
import { findMovable, moveSection, requireReason, type MoveSection } from "./move-section.server";

/** Why a signed section is opened again. */
export interface ReopenSection extends MoveSection {
  reason: string;
}

/** Opens a signed section to be written again; its sign-offs stay on record and no longer count. */
export async function reopenSection(context: ChangeContext, input: ReopenSection): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const movable = await findMovable(tx, context, input, "reopen");
    const reason = requireReason(input.reason);
    const version = await moveSection(tx, context, movable, reason);
    const { section, move } = movable;
    const { count: ended } = await tx.signOff.updateMany({
      where: { sectionId: section.id, endedAt: null },
      data: { endedAt: context.at },
    });
    const subject = { type: "section", id: section.id, version } as const;
    return {
      result: { version },
      event: {
        action: "section.reopen",
        subject,
        label: section.code,
        change: { state: { before: section.state, after: move.to }, reason, ended },
      },
    };
  });
}
