import type { Block, Inline, TableCell } from "~/domain/document/model";
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
    columns: block.widths?.length === columns ? block.widths : sharesByText(block, columns, roomInLetters(size)),
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

const plainOf = (line: readonly Inline[]) =>
  line
    .map((part) =>
      part.kind === "text" || part.kind === "reference" ? part.text : part.kind === "ground" ? ` [${part.ground.code}]` : " ",
    )
    .join("");
const lettersOf = (cell: TableCell) => cell.lines.reduce((sum, line) => sum + plainOf(line).length, 0);
const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** The longest word that gets a column wide enough for it; a longer one is broken. */
const longestWord = 18;

/**
 * Shares by what stands in the columns: each first gets room for its longest word, and what is left goes to the columns of long texts.
 * Where there is too little room, columns of codes and short words keep theirs.
 */
function sharesByText({ head, rows }: TableBlock, columns: number, room: number): number[] {
  const all = [head, ...rows];
  const texts = Array.from({ length: columns }, (_, at) => all.flatMap((row) => row[at]?.lines.map(plainOf) ?? []));
  const indents = Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map((row) => row[at]?.indent ?? 0)) * 2.4);
  const words = texts.map((lines) =>
    longestOf(
      lines.flatMap((text) => text.split(/[\s-]+/u)),
      longestWord,
    ),
  );
  const least = words.map((word, at) => word * 1.08 + 3 + (indents[at] ?? 0));
  const left = room - total(least);
  if (left <= 0) return tightened(least, words, room);
  const wishes = texts.map((lines) => Math.sqrt(longestOf(lines, 400)));
  return least.map((width, at) => width + (left * (wishes[at] ?? 0)) / (total(wishes) || 1));
}

function tightened(least: readonly number[], words: readonly number[], room: number): number[] {
  const isShort = (at: number) => (words[at] ?? 0) <= 6;
  const kept = Math.min(room * 0.7, total(least.filter((_, at) => isShort(at))));
  const factor = (room - kept) / (total(least) - total(least.filter((_, at) => isShort(at))) || 1);
  return least.map((width, at) => (isShort(at) ? width : Math.max(width * factor, 3)));
}

function longestOf(texts: readonly string[], most: number): number {
  return texts.reduce((longest, text) => Math.max(longest, Math.min(text.length, most)), 1);
}
