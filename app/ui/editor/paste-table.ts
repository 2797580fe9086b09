import type { Inline, Table, TableCell } from "~/domain/text/document";
import type { PasteElement } from "./paste-tree";

/** A pasted table; `spans` = it had cells over several rows or columns, which now stand in the first of them. */
export interface PastedTable {
  table: Table;
  spans: boolean;
}

/** The rows of a table with their cells, in order, whatever stands between. */
export function rowsOf(table: PasteElement): PasteElement[] {
  return table.children.flatMap((child): PasteElement[] => {
    if (typeof child === "string") return [];
    if (child.name === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.name) ? rowsOf(child) : [];
  });
}

/** The cells of a row. */
export function cellsOf(row: PasteElement): PasteElement[] {
  return row.children.flatMap((child) => (typeof child !== "string" && (child.name === "td" || child.name === "th") ? [child] : []));
}

const widest = 60;

/** A table without spans: what stood over several rows or columns stands in the first of its cells, the others are empty. */
export function unrolled(
  element: PasteElement,
  lineOf: (cell: PasteElement) => Inline[],
  asHead: (node: Inline) => Inline,
): PastedTable | null {
  const head = new Set(element.children.flatMap((child) => (typeof child !== "string" && child.name === "thead" ? rowsOf(child) : [])));
  const below = new Map<number, number>();
  let spans = false;
  const rows = rowsOf(element).map((row) => {
    const cells: TableCell[] = [];
    const fill = () => {
      for (let left = below.get(cells.length) ?? 0; left > 0; left = below.get(cells.length) ?? 0) {
        below.set(cells.length, left - 1);
        cells.push({ type: "table_cell" });
      }
    };
    for (const cell of cellsOf(row)) {
      fill();
      const [across, down] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
      spans ||= across > 1 || down > 1;
      const type = cell.name === "th" || head.has(row) ? "table_header" : "table_cell";
      for (let at = 0; at < across && cells.length < widest; at += 1) {
        if (down > 1) below.set(cells.length, down - 1);
        const line = at === 0 ? lineOf(cell) : [];
        const content = type === "table_header" ? line.map(asHead) : line;
        cells.push(content.length > 0 ? { type, content } : { type });
      }
    }
    fill();
    return { type: "table_row" as const, content: cells };
  });
  const filled = rows.filter(({ content }) => content.length > 0);
  return filled.length === 0 ? null : { table: { type: "table", content: filled }, spans };
}

function spanOf({ attrs }: PasteElement, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(attrs[name] ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), 200);
}
