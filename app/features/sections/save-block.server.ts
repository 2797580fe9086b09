import type { BlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { change, type ChangeContext } from "~/platform/change.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite, labelOf } from "~/platform/find-section.server";
import { countChange, keepBlock } from "~/platform/keep-block.server";
import { readText } from "~/platform/read-text.server";
import { mergedWith, takeInWords, type MergedWords } from "./merge-words.server";

/** The words of a block as they are now typed, from the version that the form was read at. */
export interface SaveBlock {
  assessmentId: string;
  id: string;
  version: number;
  text: BlockText;
  /** The names of those with whose words it was put together by hand. */
  combined?: readonly string[];
}

/** Where a block stands after it was saved, and how many changes its section has had. */
export interface SavedBlock {
  version: number;
  changes: number;
  /** Set when others saved meanwhile and their words were taken in. */
  merged?: MergedWords;
}

/**
 * Saves the words of a block. Words that stand there already are no conflict, whoever wrote them; those that others saved since the form was
 * read are taken in where that is safe.
 */
export async function saveBlock(context: ChangeContext, input: SaveBlock): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const block = await findBlockRow(tx, assessmentId, id);
    const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
    if (block.repeats !== null || block.data !== null) throw refuse("invalid", { field: "text", message: "not-a-document" });
    const typed = await readText(tx, input.text, { assessmentId, blockId: id, statement: block.statement !== null });
    if (JSON.stringify(typed) === block.document)
      return { result: { version: block.version, changes: section.changes }, event: "nothing changed" };
    const merged = await takeInWords(tx, context, { kind: "block", base: version, now: block }, typed);
    const document = merged?.document ?? typed;
    const stored = JSON.stringify(document);
    const taken = merged && { merged };
    if (stored === block.document)
      return { result: { version: block.version, changes: section.changes, ...taken }, event: "nothing changed" };
    const next = block.version + 1;
    const { count } = await tx.block.updateMany({
      where: { id, version: block.version },
      data: { document: stored, version: next, byId: context.by.id, at: context.at },
    });
    if (count === 0) throw refuse("conflict");
    await keepBlock(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const told = {
      section: section.code,
      ...mergedWith(merged, input.combined),
      text: { before: textOfDoc(documentOf(block.document)), after: textOfDoc(document) },
    };
    const event = {
      action: "block.save",
      subject: { type: "block", id, version: next },
      label: labelOf(block, section),
      change: told,
    } as const;
    return { result: { version: next, changes, ...taken }, event: [event, ...started] };
  });
}
