import { linesOfList } from "~/domain/document/lines-of-list";
import type { Block, DocumentSection, Inline } from "~/domain/document/model";

/** Everything that stands within the lines of some sections, in reading order. */
export function inlineOfSections(sections: readonly DocumentSection[]): Inline[] {
  return sections.flatMap((section) => section.blocks.flatMap(inlineOfBlock));
}

/** Everything that stands within the lines of a block, in reading order. */
function inlineOfBlock(block: Block): Inline[] {
  switch (block.kind) {
    case "statement":
      return [...(block.question ?? []), ...block.paragraphs.flat(), ...(block.contradictionAnswer ?? [])];
    case "list":
      return linesOfList(block.list).flat();
    case "table":
      return [...block.head, ...block.rows.flat()].flatMap((cell) => cell.lines.flat());
    case "limitations":
      return block.items.flatMap((item) => item.content);
    case "picture":
    case "register":
      return [];
    default:
      return block.content;
  }
}
