import { anchorOf } from "~/domain/document/anchor";
import type { ReturnedStatement } from "~/domain/document/returned-file";
import { plainWords } from "~/domain/document/statement-text";
import { restored } from "./printable";
import type { TaggedParagraph, TaggedPiece } from "./tagged-paragraphs";

/**
 * The statements of a document at their homes. One begins with a paragraph whose number leads to itself, and its ground line is the next paragraph whose first
 * words lead there too; a repeat has no such ground line. What lies between are its words.
 */
export function readStatements(paragraphs: readonly TaggedParagraph[]): ReturnedStatement[] {
  const found = new Map<string, ReturnedStatement>();
  const open = new Map<string, string[]>();
  for (const paragraph of paragraphs) {
    const [first, rest] = paragraph === null ? [null, []] : split(paragraph);
    const parts = first === null ? undefined : open.get(first.to);
    if (paragraph === null) open.clear();
    else if (first && isNumber(first)) {
      addToAll(open, paragraph);
      open.set(first.to, [wordsOf(rest)]);
    } else if (first && parts) {
      if (!found.has(first.to)) found.set(first.to, { anchor: first.to, text: textOf(parts), grounds: groundsOf(rest) });
      open.clear();
    } else addToAll(open, paragraph);
  }
  return [...found.values()];
}

interface Leading {
  text: string;
  to: string;
}

/** The words with which a paragraph begins where they lead to a place, and what follows them. */
function split(paragraph: readonly TaggedPiece[]): [Leading | null, readonly TaggedPiece[]] {
  const at = paragraph.findIndex(({ text }) => text.trim() !== "");
  const to = paragraph[at]?.to ?? null;
  if (to === null) return [null, paragraph];
  const after = paragraph.findIndex((piece, place) => place > at && piece.to !== to);
  const end = after === -1 ? paragraph.length : after;
  return [{ text: wordsOf(paragraph.slice(at, end)).trim(), to }, paragraph.slice(end)];
}

/** Where two numbers would have one place, the later has a further number behind it. */
function isNumber({ text, to }: Leading): boolean {
  const place = anchorOf("statement", text);
  return to === place || (to.startsWith(`${place}_`) && /^_\d+$/u.test(to.slice(place.length)));
}

function addToAll(open: ReadonlyMap<string, string[]>, paragraph: readonly TaggedPiece[]): void {
  for (const parts of open.values()) parts.push(wordsOf(paragraph));
}

const wordsOf = (pieces: readonly TaggedPiece[]) => pieces.map(({ text }) => text).join("");
const textOf = (parts: readonly string[]) => plainWords(restored(parts.join(" ").replaceAll("\u200B", "")));
const groundsOf = (pieces: readonly TaggedPiece[]) => [...new Set(pieces.flatMap(({ to }) => to ?? []))];
