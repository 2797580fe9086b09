import { change, type ChangeContext } from "~/platform/change.server";
import { findMovable, moveSection, type MoveSection } from "./move-section.server";

/** Takes a section back from review, to write on. */
export async function recallSection(context: ChangeContext, input: MoveSection): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const movable = await findMovable(tx, context, input, "recall");
    const version = await moveSection(tx, context, movable, null);
    const { section, move } = movable;
    const subject = { type: "section", id: section.id, version } as const;
    return {
      result: { version },
      event: { action: "section.recall", subject, label: section.code, change: { state: { before: section.state, after: move.to } } },
    };
  });
}
