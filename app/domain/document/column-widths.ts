import type { Block, Inline } from "~/domain/document/model";

type TableBlock = Pick<Extract<Block, { kind: "table" }>, "head" | "rows">;

/** How much room a letter takes, the edges of a cell, and a step of indenting; and how many letters of a word stand on one line. In any one unit. */
export interface LetterSizes {
  letter: number;
  edges: number;
  indent: number;
  longestWord: number;
}

/**
 * Widths by what stands in the columns: each first gets room for its longest word, or for all of a short text, and what is left goes to the columns of texts
 * that need more lines than one. Where there is too little room, columns of codes and short words lose theirs last. In the unit of `sizes`, adding up to `room`.
 */
export function sharesByText({ head, rows }: TableBlock, columns: number, room: number, sizes: LetterSizes): number[] {
  const all = [head, ...rows];
  const texts = Array.from({ length: columns }, (_, at) => all.flatMap((row) => row[at]?.lines.map(lineText) ?? []));
  const indents = Array.from({ length: columns }, (_, at) => longestOf(rows.map((row) => row[at]?.indent ?? 0)) * sizes.indent);
  const widthOf = (letters: number, at: number) => letters * sizes.letter + sizes.edges + (indents[at] ?? 0);
  const words = texts.map((lines) => longestWord(lines, sizes.longestWord));
  const lengths = texts.map((lines) => longestOf(lines.map((text) => Math.min(text.length, longestText))));
  const wide = words.map((word, at) => widthOf((lengths[at] ?? 0) <= shortText ? Math.max(word, lengths[at] ?? 0) : word, at));
  const narrow = words.map(widthOf);
  const least = total(wide) <= room ? wide : narrow;
  const left = room - total(least);
  if (left <= 0) return tightened(least, words, room);
  const wishes = lengths.map((length, at) => (length <= shortText ? 0 : Math.sqrt(Math.max(0, length - (words[at] ?? 0)))));
  const wished = total(wishes);
  return least.map((each, at) => each + left * (wished === 0 ? 1 / columns : (wishes[at] ?? 0) / wished));
}

/** How many letters a text may have to be kept on one line where there is room, and from how many on it matters no more how long it is. */
const shortText = 14;
const longestText = 400;

/** Widths by what stands in the columns in twentieths of a point, adding up to the given width at most, for letters of 8 or, in many columns, 7 points. */
export function widthsByText(table: TableBlock, columns: number, width: number): number[] {
  const sizes = columns > 6 ? { letter: 95, longestWord: 12 } : { letter: 115, longestWord: 16 };
  return sharesByText(table, columns, width, { ...sizes, edges: 190, indent: 220 }).map(Math.floor);
}

/** The widths of columns in twentieths of a point, from shares in per cent, else equal. */
export function widthsByShare(columns: number, width: number, shares?: readonly number[]): number[] {
  const parts = shares?.length === columns ? shares : Array.from({ length: columns }, () => 1);
  return parts.map((part) => Math.floor((part / total(parts)) * width));
}

/** Where there is too little room, columns of codes and short words keep theirs as far as three tenths, or all that they need, stay for the others. */
function tightened(least: readonly number[], words: readonly number[], room: number): number[] {
  const isShort = (at: number) => (words[at] ?? 0) <= shortWord;
  const ofShort = total(least.filter((_, at) => isShort(at)));
  const ofOthers = total(least) - ofShort;
  const forShort = Math.min(ofShort, Math.max(room * 0.7, room - ofOthers));
  return least.map((each, at) => (isShort(at) ? (each * forShort) / ofShort : (each * (room - forShort)) / ofOthers));
}

const shortWord = 6;

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
const longestOf = (lengths: readonly number[]) => lengths.reduce((longest, each) => Math.max(longest, each), 0);

function longestWord(lines: readonly string[], most: number): number {
  return Math.max(1, longestOf(lines.flatMap((text) => text.split(/[\s-]+/u).map((word) => Math.min(word.length, most)))));
}

/** The words of a line as they take room. */
export function lineText(line: readonly Inline[]): string {
  return line.map(partText).join("");
}

function partText(part: Inline): string {
  if (part.kind === "text" || part.kind === "reference") return part.text;
  return part.kind === "ground" ? ` [${part.ground.code}]` : " ";
}
