import { z } from "zod";

/** A cell of a spreadsheet as it was read: text as typed, a number, yes or no, or nothing; a date is text as `yyyy-mm-dd`. */
export const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** A cell of a spreadsheet. */
export type Cell = z.infer<typeof Cell>;

/** The rows of a sheet from its first; all are as long as the longest. */
export type Rows = readonly (readonly Cell[])[];

/** The most that one sheet may hold: bytes of its file, rows, columns, UTF-16 units in a cell and in all. */
export const sheetLimits = { bytes: 10 * 1024 * 1024, rows: 2000, columns: 100, cell: 10_000, characters: 2_000_000 } as const;

/** Whether nothing was typed in a cell. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** A cell as text, a number with the decimal sign of the format (a point where none is given). */
export function cellText(cell: Cell | undefined, decimal: "comma" | "point" = "point"): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return decimal === "comma" ? String(cell).replace(".", ",") : String(cell);
  return typeof cell === "boolean" ? String(cell) : cell.trim();
}

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? "" : columnLetter(rest)) + String.fromCharCode(65 + (column % 26));
}

/** A range of cells, counted from 0, its ends included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const rangePattern = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u;

/** A range as spreadsheets write it, `A2:B4`; null when it is none. */
export function parseRange(text: string): CellRange | null {
  const [, left = "", top = "", right = "", bottom = ""] = rangePattern.exec(text) ?? [];
  if (left === "") return null;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

/** The place of a column by its letters, counted from 0. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * The rows with the value of each merged range in every cell of it, instead of in its first alone. Ranges of a sheet never lie over each other: from the
 * first that fills more cells than there are, or makes more text than a sheet may hold, they stay as they are.
 */
export function filledRanges(rows: Rows, merged: readonly string[]): Rows {
  const filled = rows.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let [cells, characters] = [0, 0];
  for (const range of merged.map(parseRange)) {
    const first = range && filled[range.top]?.[range.left];
    if (!range || first === undefined) continue;
    const [bottom, right] = [Math.min(range.bottom, rows.length - 1), Math.min(range.right, width - 1)];
    const size = Math.max(0, bottom - range.top + 1) * Math.max(0, right - range.left + 1);
    cells += size;
    characters += size * cellText(first).length;
    if (cells > rows.length * width || characters > sheetLimits.characters) break;
    for (const row of filled.slice(range.top, bottom + 1)) row.fill(first, range.left, right + 1);
  }
  return filled;
}
