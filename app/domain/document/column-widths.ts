import type { Block, Inline } from "~/domain/document/model";

type TableBlock = Pick<Extract<Block, { kind: "table" }>, "head" | "rows">;

/**
 * Widths by what stands in the columns: each first gets room for its longest word, and what is left goes to the columns of long texts.
 * In twentieths of a point, adding up to the given width at most.
 */
export function widthsByText({ head, rows }: TableBlock, columns: number, width: number): number[] {
  const all = [head, ...rows];
  const texts = Array.from({ length: columns }, (_, at) => all.flatMap((row) => row[at]?.lines.map(lineText) ?? []));
  const indents = Array.from({ length: columns }, (_, at) => longestOf(rows.map((row) => row[at]?.indent ?? 0)) * 220);
  const words = texts.map((lines) => longestWord(lines, columns > 6 ? 12 : 16));
  const least = words.map((word, at) => word * (columns > 6 ? 95 : 115) + 190 + (indents[at] ?? 0));
  const left = width - total(least);
  if (left <= 0) return tightened(least, words, width);
  const wishes = texts.map((lines) => Math.sqrt(Math.max(1, longestOf(lines.map((text) => Math.min(text.length, 400))))));
  const wished = total(wishes) || 1;
  return least.map((each, at) => Math.floor(each + (left * (wishes[at] ?? 0)) / wished));
}

/** The widths of columns in twentieths of a point, from shares in per cent, else equal. */
export function widthsByShare(columns: number, width: number, shares?: readonly number[]): number[] {
  const parts = shares?.length === columns ? shares : Array.from({ length: columns }, () => 1);
  return parts.map((part) => Math.floor((part / total(parts)) * width));
}

/** Where there is too little room, columns of codes and short words keep theirs. */
function tightened(least: readonly number[], words: readonly number[], width: number): number[] {
  const kept = total(least.filter((_, at) => (words[at] ?? 0) <= 5));
  const factor = (width - kept) / (total(least) - kept || 1);
  return least.map((each, at) => Math.floor((words[at] ?? 0) <= 5 ? each : each * factor));
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
const longestOf = (lengths: readonly number[]) => lengths.reduce((longest, each) => Math.max(longest, each), 0);

function longestWord(lines: readonly string[], most: number): number {
  return Math.max(1, longestOf(lines.flatMap((text) => text.split(/[\s-]+/u).map((word) => Math.min(word.length, most)))));
}

function lineText(line: readonly Inline[]): string {
  return line.map((part) => (part.kind === "text" || part.kind === "reference" ? part.text : "")).join("");
}
