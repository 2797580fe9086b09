import type { DrawnNode } from "./load-graph.server";

/** The measures of the drawing, in pixels. */
const box = { width: 196, height: 46 };
const gap = { column: 92, row: 12 };
const head = 30;

/** A box of the drawing by its upper left corner. */
export interface PlacedNode {
  node: DrawnNode;
  column: number;
  x: number;
  y: number;
}

/** Where everything of a graph is drawn: columns from left to right, each spread over the height of the longest. */
export function placeNodes(columns: readonly { nodes: readonly DrawnNode[] }[]): { width: number; height: number; placed: PlacedNode[] } {
  const longest = columns.reduce((most, { nodes }) => Math.max(most, nodes.length), 1);
  const room = longest * (box.height + gap.row);
  const placed = columns.flatMap(({ nodes }, column) =>
    nodes.map((node, at) => ({
      node,
      column,
      x: columnLeft(column),
      y: Math.round(head + (room * (at + 0.5)) / nodes.length - box.height / 2),
    })),
  );
  return { width: columns.length * (box.width + gap.column) - gap.column, height: head + room, placed };
}

/** The left side of a column. */
export function columnLeft(column: number): number {
  return column * (box.width + gap.column);
}

/** The line of an edge, from the right of what is stood on to the left of what stands on it. */
export function edgePath(from: PlacedNode, to: PlacedNode): string {
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x, to.y + box.height / 2];
  const bend = Math.max(24, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

export { box };
