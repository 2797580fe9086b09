import type { Block, Inline, ListShown, TableCell } from "~/domain/document/model";

/** The same block with everything that stands within its lines put through `made`. */
export function onEveryLine(block: Block, made: (each: Inline) => Inline): Block {
  const line = (content: readonly Inline[]) => content.map(made);
  const cell = (each: TableCell): TableCell => ({ ...each, lines: each.lines.map(line) });
  const list = (each: ListShown): ListShown => ({
    ...each,
    items: each.items.map((item) => ({ content: line(item.content), lists: item.lists.map(list) })),
  });
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "notice":
      return { ...block, content: line(block.content) };
    case "list":
      return { ...block, list: list(block.list) };
    case "table":
      return { ...block, head: block.head.map(cell), rows: block.rows.map((row) => row.map(cell)) };
    case "statement":
      return { ...block, paragraphs: block.paragraphs.map(line) };
    case "limitations":
      return { ...block, items: block.items.map((item) => ({ ...item, content: line(item.content) })) };
    case "picture":
    case "register":
      return block;
  }
}
