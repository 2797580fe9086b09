import { plainInline } from "~/domain/document/inline";
import type { Block, Inline, ListShown, StatementShown, TableCell } from "~/domain/document/model";

/** What a redline says of words that only one of its documents has. */
export type Change = "inserted" | "deleted";

/** A limitation of a section. */
export type Limitation = Extract<Block, { kind: "limitations" }>["items"][number];

/** A block that went, where it stood. A statement of which the code is in `kept` stands elsewhere now and is marked there. */
export function gone(block: Block, kept: ReadonlySet<string>): Block[] {
  switch (block.kind) {
    case "picture":
    case "register":
      return [];
    case "statement":
      return block.repeats || kept.has(block.code) ? [] : [goneStatement(block)];
    case "limitations":
      return block.items.map(({ number, language, content }) => goneLine(`L${number}`, language, content));
    case "table":
      return [
        ...(block.caption === null ? [] : [goneLine(block.label ?? "", block.language, plainInline(block.caption))]),
        { ...tableMarked(block, "deleted"), caption: null, label: undefined, anchor: undefined },
      ];
    case "paragraph":
      return [{ ...block, anchor: undefined, content: lineMarked(block.content, "deleted") }];
    default:
      return [marked(block, "deleted")];
  }
}

/** A block all of which came or went. */
export function marked(block: Block, change: Change): Block {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "notice":
      return { ...block, content: lineMarked(block.content, change) };
    case "list":
      return { ...block, list: { ...block.list, items: block.list.items.map((item) => itemMarked(item, change)) } };
    case "table":
      return tableMarked(block, change);
    case "statement":
      return { ...block, ...statementMarked(block, change) };
    case "limitations":
      return { ...block, items: block.items.map((item) => limitationMarked(item, change)) };
    case "picture":
    case "register":
      return block;
  }
}

function tableMarked(table: Extract<Block, { kind: "table" }>, change: Change): Extract<Block, { kind: "table" }> {
  const row = (cells: readonly TableCell[]) => cells.map((cell) => cellMarked(cell, change));
  return { ...table, head: row(table.head), rows: table.rows.map(row) };
}

/** What a statement says, all of which came or went. */
export const statementMarked = ({ paragraphs, grounds }: StatementShown, change: Change) => ({
  paragraphs: paragraphs.map((line) => lineMarked(line, change)),
  grounds: grounds.map((ground) => ({ ...ground, change })),
});

/** A statement that went, as a paragraph: the later document has no place for its number. */
function goneStatement({ code, language, paragraphs }: StatementShown): Block {
  const line = paragraphs.flatMap((each, at) => [...(at > 0 ? [{ kind: "break" as const }] : []), ...each]);
  return goneLine(code, language, line);
}

function goneLine(number: string, language: string, line: readonly Inline[]): Block {
  const name: Inline[] = number === "" ? [] : [{ kind: "text", text: `${number} `, strong: true }];
  return { kind: "paragraph", language, content: lineMarked([...name, ...line], "deleted") };
}

/** Everything in a line marked; what leads somewhere is words only once it went. */
export function lineMarked(line: readonly Inline[], change: Change): Inline[] {
  return line.map((each): Inline => {
    if (each.kind === "text") return { ...each, change };
    if (each.kind === "reference") return change === "deleted" ? { kind: "text", text: each.text, change } : each;
    if (each.kind === "ground")
      return change === "deleted"
        ? { kind: "text", text: ` [${each.ground.code}]`, change }
        : { ...each, ground: { ...each.ground, change } };
    return each.kind === "footnote" && change === "deleted" ? { kind: "text", text: "", change } : each;
  });
}

/** An item of a list all of which came or went. */
export function itemMarked(item: ListShown["items"][number], change: Change): ListShown["items"][number] {
  return {
    content: lineMarked(item.content, change),
    lists: item.lists.map((list) => ({ ...list, items: list.items.map((each) => itemMarked(each, change)) })),
  };
}

/** A limitation that came or went; one that went has no place any more. */
export function limitationMarked({ anchor, ...item }: Limitation, change: Change): Limitation {
  const place = anchor && change === "inserted" ? { anchor } : {};
  return { ...item, ...place, change, content: lineMarked(item.content, change) };
}

/** A cell all of which came or went. */
export const cellMarked = (cell: TableCell, change: Change): TableCell => ({
  ...cell,
  lines: cell.lines.map((line) => lineMarked(line, change)),
});
