import type { Block, BlockDocument, Inline, List, TableCell } from "./document";
import { inlineToPlain, type CodeOf } from "./inline-to-plain";

/** A document in the plain syntax of the text field: `docFromPlain` and `statementFromPlain` read it back as it was. */
export function plainFromDoc(doc: BlockDocument, codeOf: CodeOf = () => undefined): string {
  return doc.content.map((block) => plainBlock(block, codeOf)).join("\n\n");
}

function plainBlock(block: Block, codeOf: CodeOf): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.attrs.level)} ${inlineToPlain(block.content ?? [], { newLine: null, cell: false }, codeOf)}`;
    case "table":
      return block.content.map((row) => `|${row.content.map((cell) => plainCell(cell, codeOf)).join("|")}|`).join("\n");
    case "bullet_list":
    case "ordered_list":
      return plainList(block, "", codeOf);
    default:
      return plainLines(block.content, "", codeOf);
  }
}

function plainList(list: List, indent: string, codeOf: CodeOf): string {
  const items = list.content.map(({ content: [first, ...lists] }, at) => {
    const marker = list.type === "bullet_list" ? "-" : `${at + 1}.`;
    const words = plainLines(first.content, `${indent}  `, codeOf);
    const own = words === "" ? `${indent}${marker}` : `${indent}${marker} ${words}`;
    return [own, ...lists.map((below) => plainList(below, `${indent}  `, codeOf))].join("\n");
  });
  return items.join("\n");
}

function plainCell(cell: TableCell, codeOf: CodeOf): string {
  const words = inlineToPlain(cell.content ?? [], { newLine: null, cell: true }, codeOf);
  return `${cell.type === "table_header" ? "=" : ""} ${words} `;
}

function plainLines(content: readonly Inline[] | undefined, newLine: string, codeOf: CodeOf): string {
  return inlineToPlain(content ?? [], { newLine, cell: false }, codeOf);
}
