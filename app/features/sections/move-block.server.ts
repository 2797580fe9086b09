import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite, labelOf } from "~/platform/find-section.server";
import { countChange, keepBlock } from "~/platform/keep-block.server";
import { sortKeyAfter } from "./add-block.server";
import type { SavedBlock } from "./save-block.server";

/** A block to put elsewhere in its section: after another block, or first. */
export interface MoveBlock {
  assessmentId: string;
  id: string;
  version: number;
  afterId: string | null;
}

export async function moveBlock(context: ChangeContext, input: MoveBlock): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, afterId } = input;
    const block = await findBlockRow(tx, assessmentId, id);
    const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
    const sort = await sortKeyAfter(tx, section.id, afterId, id);
    if (sort === block.sort && block.version === version)
      return { result: { version, changes: section.changes }, event: "nothing changed" };
    const { count } = await tx.block.updateMany({ where: { id, version }, data: { sort, version: version + 1 } });
    if (count === 0)
      throw refuse("conflict", {
        theirs: { version: block.version, byId: block.byId, at: block.at.toISOString(), document: block.document },
      });
    await keepBlock(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const told = { section: section.code, sort: { before: block.sort, after: sort } };
    const event = {
      action: "block.move",
      subject: { type: "block", id, version: version + 1 },
      label: labelOf(block, section),
      change: told,
    } as const;
    return { result: { version: version + 1, changes }, event: [event, ...started] };
  });
}
