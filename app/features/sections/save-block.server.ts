import type { BlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { change, type ChangeContext } from "~/platform/change.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite, labelOf } from "./find-section.server";
import { countChange, keepBlock } from "./keep-section.server";
import { readText } from "./read-text.server";

/** The words of a block as they are now typed, from the version that the form was read at. */
export interface SaveBlock {
  assessmentId: string;
  id: string;
  version: number;
  text: BlockText;
}

/** Where a block stands after it was saved, and how many changes its section has had. */
export interface SavedBlock {
  version: number;
  changes: number;
}

/** Saves the words of a block. Words that stand there already are no conflict, whoever wrote them. */
export async function saveBlock(context: ChangeContext, input: SaveBlock): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const block = await findBlockRow(tx, assessmentId, id);
    const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
    if (block.repeats !== null || block.data !== null) throw refuse("invalid", { field: "text", message: "not-a-document" });
    const document = await readText(tx, input.text, { assessmentId, blockId: id, statement: block.statement !== null });
    const stored = JSON.stringify(document);
    if (stored === block.document) return { result: { version: block.version, changes: section.changes }, event: "nothing changed" };
    if (block.version !== version)
      throw refuse("conflict", {
        theirs: { version: block.version, byId: block.byId, at: block.at.toISOString(), document: block.document },
      });
    const { count } = await tx.block.updateMany({
      where: { id, version },
      data: { document: stored, version: version + 1, byId: context.by.id, at: context.at },
    });
    if (count === 0) throw refuse("conflict");
    await keepBlock(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const told = { section: section.code, text: { before: textOfDoc(documentOf(block.document)), after: textOfDoc(document) } };
    const event = {
      action: "block.save",
      subject: { type: "block", id, version: version + 1 },
      label: labelOf(block, section),
      change: told,
    } as const;
    return { result: { version: version + 1, changes }, event: [event, ...started] };
  });
}
