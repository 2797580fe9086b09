import { keptRuns, type KeptRun } from "~/domain/comments/kept-runs";
import type { Inline, TextMark } from "~/domain/text/document";

/** A piece of a line as a file prints it, with what it stands for; null = what the tool prints there of itself. */
interface Piece {
  from: number;
  to: number;
  node: Inline | null;
}

/** Words that are printed with different blanks are the same words. */
const evenBlanks = (text: string) => text.replaceAll(/[\t\u00A0\u202F\u0085]/gu, " ");

/**
 * What a line becomes in the words of a returned file: `sent` is how the file printed it, `returned` how it stands there now. What stayed keeps its marks,
 * notes and citations; new words stand as their neighbours do. Null where the line isn't printed as its content says.
 */
export function rewriteLine(content: readonly Inline[], sent: string, returned: string): Inline[] | null {
  const pieces = piecesOf(content, evenBlanks(sent));
  if (!pieces) return null;
  const runs = keptRuns(evenBlanks(sent), evenBlanks(returned));
  return withNewWords(pieces, pieces.flatMap((piece) => keptOf(piece, runs)).toSorted(inOrder), returned);
}

/** Where each node of a line stands in what a file prints of it. */
function piecesOf(content: readonly Inline[], sent: string): Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [n, node] of content.entries()) {
    const length = printedLength(node, sent.slice(at), content.slice(n + 1));
    if (length === null) return null;
    pieces.push({ from: at, to: at + length, node });
    at += length;
  }
  if (at < sent.length) pieces.push({ from: at, to: sent.length, node: null });
  return pieces;
}

function printedLength(node: Inline, rest: string, following: readonly Inline[]): number | null {
  switch (node.type) {
    case "text":
      return rest.startsWith(evenBlanks(node.text)) ? node.text.length : null;
    case "figure":
      return rest.startsWith(evenBlanks(node.attrs.shown)) ? node.attrs.shown.length : null;
    case "hard_break":
      return rest.startsWith("\n") ? 1 : null;
    case "footnote":
      return 0;
    case "citation":
      return /^ \[[^\]]*\]/u.exec(rest)?.[0].length ?? 0;
    case "reference":
      return referenceLength(rest, following);
  }
}

/** A cross reference is printed as the number that its target has in that document: up to the words that follow it. */
function referenceLength(rest: string, following: readonly Inline[]): number | null {
  const [next] = following.filter(({ type }) => type !== "footnote");
  if (!next) return /^[^[]*?(?= \[|$)/u.exec(rest)?.[0].length ?? null;
  const words =
    next.type === "text" ? evenBlanks(next.text) : next.type === "figure" ? next.attrs.shown : next.type === "hard_break" ? "\n" : " [";
  const at = rest.indexOf(words);
  return at < 0 ? null : at;
}

/** What stays of a piece in the new line: where, and as which node. */
interface Kept {
  /** Where it stood before, and stands now. */
  was: number;
  at: number;
  length: number;
  node: Inline | null;
}

const inOrder = (one: Kept, other: Kept) => one.at - other.at;

function keptOf({ from, to, node }: Piece, runs: readonly KeptRun[]): Kept[] {
  if (from === to) return pointOf(from, node, runs);
  const stayed = runs.flatMap((run): { from: number; at: number; length: number }[] => {
    const [start, end] = [Math.max(from, run.before), Math.min(to, run.before + run.length)];
    return start < end ? [{ from: start, at: start - run.before + run.after, length: end - start }] : [];
  });
  if (node?.type === "text")
    return stayed.map(({ from: start, at, length }) => ({
      was: start,
      at,
      length,
      node: { ...node, text: node.text.slice(start - from, start - from + length) },
    }));
  const [first] = stayed;
  const isWhole = first?.length === to - from;
  return stayed.map(({ from: was, at, length }) => ({ was, at, length, node: isWhole ? node : null }));
}

/** A note takes no room in the line: it stays where the words before or after it stay. */
function pointOf(from: number, node: Inline | null, runs: readonly KeptRun[]): Kept[] {
  const run = runs.find(({ before, length }) => before <= from && from <= before + length);
  return run ? [{ was: from, at: from - run.before + run.after, length: 0, node }] : [];
}

function withNewWords(pieces: readonly Piece[], kept: readonly Kept[], returned: string): Inline[] {
  const line: Inline[] = [];
  const end: Kept = { was: pieces.at(-1)?.to ?? 0, at: returned.length, length: 0, node: null };
  let [was, at] = [0, 0];
  for (const one of [...kept, end]) {
    if (one.at > at) line.push(...newWords(returned.slice(at, one.at), marksIn(pieces, was, one.was)));
    if (one.node) line.push(one.node);
    [was, at] = [Math.max(was, one.was + one.length), Math.max(at, one.at + one.length)];
  }
  return line;
}

/** New words are marked as all of those were that they replace; where they replace none, as the text that they were put into. */
function marksIn(pieces: readonly Piece[], from: number, to: number): readonly TextMark[] {
  const touched = pieces.filter((piece) => (from < to ? piece.from < to && piece.to > from : piece.from < from && piece.to > from));
  const marks = touched.map(({ node }) => (node?.type === "text" ? (node.marks ?? []) : []));
  const [first = []] = marks;
  return marks.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : [];
}

function newWords(text: string, marks: readonly TextMark[]): Inline[] {
  return text
    .split("\n")
    .flatMap((line, n): Inline[] => [
      ...(n > 0 ? [{ type: "hard_break" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", text: line, ...(marks.length > 0 ? { marks: [...marks] } : {}) } as const]),
    ]);
}
