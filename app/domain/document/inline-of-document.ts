import type { Block, DocumentSection, Inline, ListShown } from "~/domain/document/model";

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
      return inlineOfList(block.list);
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

function inlineOfList(list: ListShown): Inline[] {
  return list.items.flatMap((item) => [...item.content, ...item.lists.flatMap(inlineOfList)]);
}
