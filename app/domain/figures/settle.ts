import type { Block, BlockDocument, BoundFigure, Inline, List, ListItem } from "~/domain/text/document";
import { isFigureSettled } from "./standing";

/** What is done with a figure whose data changed: say what they say now, or keep what the text says. */
export const settlings = ["take", "keep"] as const;
/** What is done with a figure whose data changed. */
export type Settling = (typeof settlings)[number];

/** A text in which each figure of a key says its value now, or is kept as it is although that is its value now. Settled ones stay as they are. */
export function settleFigures(doc: BlockDocument, of: string, now: string, how: Settling): BlockDocument {
  const settle = (figure: BoundFigure): BoundFigure => {
    if (figure.of !== of || isFigureSettled(figure, now)) return figure;
    return how === "take" ? { of, shown: now, kept: "" } : { ...figure, kept: now };
  };
  return { type: "doc", content: doc.content.map((block) => inBlock(block, settle)) };
}

type Settle = (figure: BoundFigure) => BoundFigure;

function inBlock(block: Block, settle: Settle): Block {
  switch (block.type) {
    case "table":
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => inLine(cell, settle)) })) };
    case "bullet_list":
    case "ordered_list":
      return inList(block, settle);
    default:
      return inLine(block, settle);
  }
}

function inList(list: List, settle: Settle): List {
  const content = list.content.map(({ type, content: [first, ...below] }): ListItem => ({
    type,
    content: [inLine(first, settle), ...below.map((each) => inList(each, settle))],
  }));
  return { ...list, content };
}

function inLine<N extends { content?: Inline[] }>(node: N, settle: Settle): N {
  const settled = (each: Inline): Inline => (each.type === "figure" ? { ...each, attrs: settle(each.attrs) } : each);
  return node.content ? { ...node, content: node.content.map(settled) } : node;
}
