import type { Block, BlockDocument, Inline, List, TableCell } from "./document";
import { inlineToPlain, type CodeOf, type NameOf, type PlainNames } from "./inline-to-plain";

/** A document in the plain syntax of the text field: `docFromPlain` and `statementFromPlain` read it back as it was. */
export function plainFromDoc(doc: BlockDocument, codeOf: CodeOf = () => undefined, nameOf: NameOf = () => undefined): string {
  return doc.content.map((block) => plainBlock(block, { codeOf, nameOf })).join("\n\n");
}

function plainBlock(block: Block, names: PlainNames): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.attrs.level)} ${inlineToPlain(block.content ?? [], { newLine: null, cell: false }, names)}`;
    case "table":
      return block.content.map((row) => `|${row.content.map((cell) => plainCell(cell, names)).join("|")}|`).join("\n");
    case "bullet_list":
    case "ordered_list":
      return plainList(block, "", names);
    default:
      return plainLines(block.content, "", names);
  }
}

function plainList(list: List, indent: string, names: PlainNames): string {
  const items = list.content.map(({ content: [first, ...lists] }, at) => {
    const marker = list.type === "bullet_list" ? "-" : `${at + 1}.`;
    const words = plainLines(first.content, `${indent}  `, names);
    const own = words === "" ? `${indent}${marker}` : `${indent}${marker} ${words}`;
    return [own, ...lists.map((below) => plainList(below, `${indent}  `, names))].join("\n");
  });
  return items.join("\n");
}

function plainCell(cell: TableCell, names: PlainNames): string {
  const words = inlineToPlain(cell.content ?? [], { newLine: null, cell: true }, names);
  return `${cell.type === "table_header" ? "=" : ""} ${words} `;
}

function plainLines(content: readonly Inline[] | undefined, newLine: string, names: PlainNames): string {
  return inlineToPlain(content ?? [], { newLine, cell: false }, names);
}
