/**
 * Where a marked passage stands in a text, in UTF-16 units. A mark keeps its words, so that it is found again after the text
 * around it has changed.
 */

/** A marked passage: from `start` up to and without `end`, and its words as they were marked. */
export interface Anchor {
  start: number;
  end: number;
  passage: string;
}

/** From `start` up to and without `end`. */
export interface Span {
  start: number;
  end: number;
}

/** Whether a span is a passage of a text: within it, not blank, and through no character of two units. */
export function isPassage(text: string, { start, end }: Span): boolean {
  const within = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
  return within && !splits(text, start) && !splits(text, end) && /\S/u.test(text.slice(start, end));
}

function splits(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(at));
}

/**
 * Where the words of a mark stand in a text now: where they stood, else where the same words are nearest to that. Null when they are no longer in
 * it: the mark is behind.
 */
export function placeOf(anchor: Anchor, text: string): Span | null {
  const { start, end, passage } = anchor;
  if (passage === "") return null;
  if (text.slice(start, end) === passage) return { start, end };
  let nearest = -1;
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
    if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
  return nearest < 0 ? null : { start: nearest, end: nearest + passage.length };
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/** A span as somebody meant it: without the blanks at its ends, and with the rest of a word that it begins or ends in. */
export function wholeWords(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end).trim();
  let from = start + text.slice(start, end).indexOf(words);
  let to = from + words.length;
  if (words === "") return { start: from, end: from };
  while (from > 0 && inWord.test(text.charAt(from)) && inWord.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && inWord.test(text.charAt(to - 1)) && inWord.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

/** A stretch of text with the marks that lie over all of it. */
export interface Stretch<Mark> extends Span {
  marks: Mark[];
}

/** A text cut where marks begin and end: every character in exactly one stretch, marks may overlap. */
export function stretchesOf<Mark extends Span>(text: string, marks: readonly Mark[]): Stretch<Mark>[] {
  const edges = [0, text.length, ...marks.flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(edges.filter((at) => at >= 0 && at <= text.length))].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, place) => {
    const end = cuts[place + 1] ?? text.length;
    return { start, end, marks: marks.filter((mark) => mark.start <= start && mark.end >= end) };
  });
}

/** The sentences of a text without the blanks around them, as they are chosen where nothing can be selected. */
export function sentencesOf(text: string, language: string): Span[] {
  const segments = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
  return segments.flatMap(({ index, segment }) => {
    const words = segment.trim();
    const start = index + segment.indexOf(words);
    return words === "" ? [] : [{ start, end: start + words.length }];
  });
}

/** The span from the first to the last of some sentences, by their places; null when none of them is there. */
export function spanOf(sentences: readonly Span[], chosen: readonly number[]): Span | null {
  const spans = chosen.flatMap((place) => sentences[place] ?? []);
  if (spans.length === 0) return null;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
