import type { Block, BlockDocument, Inline } from "./document";

/** Everything that stands within the paragraphs, headings, items and cells of a document, in reading order. */
export function inlineOf(doc: BlockDocument): Inline[] {
  return doc.content.flatMap(textblocksOf).flat();
}

/** The contents of each paragraph, heading, item and cell of a block, in reading order. */
export function textblocksOf(block: Block): Inline[][] {
  switch (block.type) {
    case "table":
      return block.content.flatMap((row) => row.content.map((cell) => cell.content ?? []));
    case "bullet_list":
    case "ordered_list":
      return block.content.flatMap((item) => item.content.flatMap(textblocksOf));
    default:
      return [block.content ?? []];
  }
}
