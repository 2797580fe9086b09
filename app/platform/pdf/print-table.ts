import { lineText, sharesByText } from "~/domain/document/column-widths";
import type { Block, TableCell } from "~/domain/document/model";
import { flagIfAny, languageOf, lineOf, placeIfAny, textOf, type Printing } from "./printing";
import type { PrintedCell, PrintedTable } from "./printed";

type TableBlock = Extract<Block, { kind: "table" }>;

/** Sizes of type in points: the more columns, the smaller. */
const sizes = [
  { upTo: 4, size: 8.5 },
  { upTo: 6, size: 8 },
  { upTo: 9, size: 7.2 },
] as const;
const smallest = 6.2;

/** The width of a table in the letters of its size of type, about. */
const roomInLetters = (size: number) => 850 / size;

/** Room as letters take it. */
const inLetters = { letter: 1.08, edges: 3, indent: 2.4, longestWord: 18 };

/** How many letters a row may have and still be kept on one page. */
const longRow = 1600;

/** A table with every row as long as the longest; null where there is nothing in it. */
export function printTableIfAny(printing: Printing, block: TableBlock): PrintedTable | null {
  const columns = Math.max(block.head.length, ...block.rows.map((row) => row.length));
  if (columns === 0 || block.rows.length === 0) return null;
  const size = sizes.find(({ upTo }) => columns <= upTo)?.size ?? smallest;
  const caption = [block.label, block.caption].filter((text): text is string => typeof text === "string" && text !== "").join(". ");
  return {
    k: "table",
    at: placeIfAny(printing, block.anchor),
    lang: languageOf(block.language),
    caption: block.caption === null ? null : textOf(printing, caption),
    columns: block.widths?.length === columns ? block.widths : sharesByText(block, columns, roomInLetters(size), inLetters),
    size,
    head: block.head.length > 0 ? filled(block.head, columns).map((cell) => cellOf(printing, cell, block.language)) : [],
    rows: block.rows.map((row) => ({
      long: row.some((cell) => lettersOf(cell) > longRow),
      cells: filled(row, columns).map((cell) => cellOf(printing, cell, block.language)),
    })),
    flag: flagIfAny(printing, block.flag),
  };
}

function filled(row: readonly TableCell[], columns: number): TableCell[] {
  return Array.from({ length: columns }, (_, at) => row[at] ?? { lines: [] });
}

function cellOf(printing: Printing, { lines, header, indent }: TableCell, language: string): PrintedCell {
  return { lines: lines.map((line) => lineOf(printing, line, language)), header: header ?? false, indent: Math.min(indent ?? 0, 8) };
}

const lettersOf = (cell: TableCell) => cell.lines.reduce((sum, line) => sum + lineText(line).length, 0);
