import type { Block, BlockDocument, Inline, List, ListItem, Paragraph, StatementDocument, Table } from "./document";

/**
 * The normal form of a document, the one that is stored and hashed: neighbouring text with equal marks is one node, breaks and
 * atoms carry no marks, empty paragraphs and headings are gone, neighbouring bullet lists are one, rows of a table are equally long.
 */
export function tidyDoc(doc: StatementDocument): StatementDocument;
export function tidyDoc(doc: BlockDocument): BlockDocument;
export function tidyDoc(doc: BlockDocument): BlockDocument {
  const blocks = joinBulletLists(doc.content.map(tidyBlock).filter(isFilled));
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

/** The normal form of what stands within one paragraph, heading or cell. */
export function tidyInline(content: readonly Inline[] = []): Inline[] {
  const tidy: Inline[] = [];
  for (const node of content.map(withoutIdleMarks)) {
    const last = tidy.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(node, last)) {
      tidy[tidy.length - 1] = { ...last, text: last.text + node.text };
    } else if (node.type !== "text" || node.text !== "") tidy.push(node);
  }
  return tidy;
}

function tidyBlock(block: Block): Block {
  switch (block.type) {
    case "table":
      return tidyTable(block);
    case "bullet_list":
    case "ordered_list":
      return tidyList(block);
    default:
      return withContent(block);
  }
}

function tidyList(list: List): List {
  return { type: list.type, content: list.content.map(tidyItem) };
}

function tidyItem({ content: [first, ...lists] }: ListItem): ListItem {
  return { type: "list_item", content: [withContent<Paragraph>(first), ...joinBulletLists(lists.map(tidyList))] };
}

function tidyTable(table: Table): Table {
  const width = Math.max(...table.content.map((row) => row.content.length));
  const rows = table.content.map((row) => {
    const missing = Array.from({ length: width - row.content.length }, () => ({ type: "table_cell" as const }));
    return { type: row.type, content: [...row.content.map((cell) => withContent(cell)), ...missing] };
  });
  return { type: "table", content: rows };
}

function joinBulletLists<B extends Block>(blocks: readonly (B | List)[]): (B | List)[] {
  const joined: (B | List)[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === "bullet_list" && last?.type === "bullet_list") {
      joined[joined.length - 1] = { type: "bullet_list", content: [...last.content, ...block.content] };
    } else joined.push(block);
  }
  return joined;
}

function withContent<N extends { content?: Inline[] }>(node: N): N {
  const { content, ...rest } = node;
  const tidy = tidyInline(content);
  return (tidy.length > 0 ? { ...rest, content: tidy } : rest) as N; // the same node, its optional content replaced
}

function withoutIdleMarks(node: Inline): Inline {
  switch (node.type) {
    case "text":
      return node.marks?.length === 0 ? { type: "text", text: node.text } : node;
    case "hard_break":
      return { type: "hard_break" };
    case "footnote":
      return { type: "footnote", attrs: node.attrs };
    case "citation":
      return { type: "citation", attrs: node.attrs };
    case "reference":
      return { type: "reference", attrs: node.attrs };
    case "figure":
      return { type: "figure", attrs: node.attrs };
  }
}

function sameMarks(one: Inline, other: Inline): boolean {
  return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
}

function isFilled(block: Block): boolean {
  return (block.type !== "paragraph" && block.type !== "heading") || block.content !== undefined;
}
