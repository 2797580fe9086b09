import type { Block, BlockDocument, Inline, List } from "./document";
import { textOfDoc } from "./text-of-doc";

/** Where each text, break, note and citation of a document begins in its plain text (`textOfDoc`), in UTF-16 units. */
export type TextPlaces = ReadonlyMap<Inline, number>;

/** The places of what stands within a document, in reading order. */
export function textPlaces(doc: BlockDocument): TextPlaces {
  const places = new Map<Inline, number>();
  doc.content.reduce((at, block, number) => placeBlock(block, at + (number > 0 ? 2 : 0), places), 0);
  return places;
}

type Places = Map<Inline, number>;

/** Puts down where the parts of a block begin, and gives where it ends. */
function placeBlock(block: Block, at: number, places: Places): number {
  switch (block.type) {
    case "table":
      return block.content.reduce((rowAt, row, number) => placeRow(row.content, rowAt + (number > 0 ? 1 : 0), places), at);
    case "bullet_list":
    case "ordered_list":
      return placeList(block, at, "", places);
    default:
      return placeInline(block.content, at, places, "");
  }
}

function placeRow(cells: readonly { content?: Inline[] }[], at: number, places: Places): number {
  return cells.reduce((cellAt, cell, number) => placeInline(cell.content, cellAt + (number > 0 ? 1 : 0), places, ""), at);
}

function placeList(list: List, start: number, indent: string, places: Places): number {
  return list.content.reduce((at, { content: [first, ...below] }, number) => {
    const marker = list.type === "bullet_list" ? "- " : `${number + 1}. `;
    const own = at + (number > 0 ? 1 : 0) + indent.length + marker.length;
    const end = placeInline(first.content, own, places, `${indent}  `);
    return below.reduce((belowAt, each) => placeList(each, belowAt + 1, `${indent}  `, places), end);
  }, start);
}

function placeInline(content: readonly Inline[] = [], at: number, places: Places, indent: string): number {
  return content.reduce((nodeAt, node) => {
    places.set(node, nodeAt);
    return nodeAt + lengthOf(node, indent);
  }, at);
}

/** How long a part is in plain text; a break within an item of a list is followed by the indent of that item. */
function lengthOf(node: Inline, indent: string): number {
  if (node.type === "text") return node.text.length;
  if (node.type === "hard_break") return 1 + indent.length;
  return textOfDoc({ type: "doc", content: [{ type: "paragraph", content: [node] }] }).length;
}
