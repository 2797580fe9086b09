import { keptRuns, type KeptRun } from "./kept-runs";
import { literally } from "./literally";

/** From `start` up to and without `end`, in UTF-16 units of the text of a document. */
export interface Span {
  start: number;
  end: number;
}

/** A passage as it was marked, and what of it stands in the text that was last looked at. */
export interface Anchor {
  /** The words as they were marked. */
  passage: string;
  /** The stretches of its own characters that are left, in order; none = it went. What was put between them is not its own. */
  pieces: readonly Span[];
}

/** A passage at the place where it was marked. */
export function anchorAt(text: string, { start, end }: Span): Anchor {
  return { passage: text.slice(start, end), pieces: [{ start, end }] };
}

/** From the first to the last character that is left of a passage; null when it went. */
export function placeOf({ pieces }: Anchor): Span | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/**
 * Follows the passages of a text to its next version. A shift before a passage moves it, an edit inside widens or shrinks it; a passage
 * goes when nothing of it stayed. Words that moved, or came back, are found again where they stand exactly once.
 */
export function followAnchors(anchors: readonly Anchor[], before: string, after: string): Anchor[] {
  if (before === after || anchors.length === 0) return [...anchors];
  const runs = keptRuns(before, after);
  return anchors.map((anchor) => ({ ...anchor, pieces: nextPieces(anchor, runs, before, after) }));
}

function nextPieces(anchor: Anchor, runs: readonly KeptRun[], before: string, after: string): readonly Span[] {
  const { passage, pieces } = anchor;
  const place = placeOf(anchor);
  if (!place) return before.includes(passage) ? [] : [onceIn(passage, after) ?? []].flat();
  const words = before.slice(place.start, place.end);
  const kept = readable(
    after,
    pieces.flatMap((piece) => stretchesOf(piece, runs)),
  );
  const now = placeOf({ passage, pieces: kept });
  if (now && after.slice(now.start, now.end) === words) return kept;
  const moved = onceIn(words, before) && onceIn(words, after);
  return moved ? [moved] : kept;
}

/** Where the parts of a span stand that stayed. */
function stretchesOf({ start, end }: Span, runs: readonly KeptRun[]): Span[] {
  return runs.flatMap((run) => {
    const [from, to] = [Math.max(start, run.before), Math.min(end, run.before + run.length)];
    return from < to ? [{ start: from - run.before + run.after, end: to - run.before + run.after }] : [];
  });
}

/** The stretches without blanks at either end of the passage; none when there is nothing to read. */
function readable(text: string, pieces: readonly Span[]): Span[] {
  const filled = pieces.filter(({ start, end }) => text.slice(start, end).trim() !== "");
  return pieces
    .slice(pieces.indexOf(filled[0] ?? noSpan), pieces.indexOf(filled.at(-1) ?? noSpan) + 1)
    .map((piece) => trimmed(text, piece, { start: piece === filled[0], end: piece === filled.at(-1) }));
}

const noSpan: Span = { start: 0, end: 0 };

function trimmed(text: string, { start, end }: Span, at: { start: boolean; end: boolean }): Span {
  const words = text.slice(start, end);
  const from = at.start ? start + words.length - words.trimStart().length : start;
  const to = at.end ? end - words.length + words.trimEnd().length : end;
  return { start: from, end: to };
}

/** Where words stand in a text, when they stand there exactly once. */
function onceIn(words: string, text: string): Span | null {
  const [first, second] = placesOf(words, text, 2);
  return first && !second ? first : null;
}

/** Every place where words stand in a text, at most so many; overlapping ones count too. */
export function placesOf(words: string, text: string, most = 20): Span[] {
  const found: Span[] = [];
  for (let at = words === "" ? -1 : text.indexOf(words); at >= 0 && found.length < most; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** What a passage is found as: a place; more than one, to choose from; or nowhere in the text. */
export type Found = { found: Span } | { several: Span[] } | { found: null };

/** Looks for words that somebody quoted: as typed, else with any blanks between the words and whatever the case of letters. */
export function findPassage(quoted: string, text: string): Found {
  const words = quoted.trim();
  const exact = placesOf(words, text);
  const places = exact.length > 0 ? exact : loosely(words, text);
  const [first] = places;
  if (!first) return { found: null };
  return places.length === 1 ? { found: first } : { several: places };
}

function loosely(words: string, text: string): Span[] {
  if (words === "") return [];
  const pattern = words.split(/\s+/u).map(literally).join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "giu"))]
    .slice(0, 20)
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** A place in words, for somebody who has to choose between several: what stands before and after it. */
export function surroundings(text: string, { start, end }: Span, around = 30): { before: string; words: string; after: string } {
  return { before: text.slice(Math.max(0, start - around), start), words: text.slice(start, end), after: text.slice(end, end + around) };
}
