import { plainWords } from "~/domain/document/statement-text";
import type { ReadParagraph } from "./annotated-file";
import { wordsOf } from "./paragraph-words";
import { alikeness, unmistakable } from "./alike";

/** Which paragraph of the file as it was sent a paragraph of the returned one is, and what it was found by. */
export interface Found {
  sent: number;
  how: "bookmark" | "text";
}

interface Line {
  words: string;
  /** What it says with what was inserted: of a new paragraph all there is. */
  after: string;
  bookmarks: readonly string[];
}

function linesOf(paragraphs: readonly ReadParagraph[]): Line[] {
  return paragraphs.map((paragraph) => {
    const { before, after } = wordsOf(paragraph);
    return { words: plainWords(before), after: plainWords(after), bookmarks: paragraph.bookmarks };
  });
}

/**
 * Finds each paragraph of a returned file in the file as it was sent: by a bookmark that both have, by the same words, and by words that are unmistakably
 * theirs in other wording, or stand where theirs stood alone. Gives null for one that was not there, and for one without words.
 */
export function alignParagraphs(sent: readonly ReadParagraph[], returned: readonly ReadParagraph[]): (Found | null)[] {
  const [olds, news] = [linesOf(sent), linesOf(returned)];
  const found: (Found | null)[] = news.map(() => null);
  const taken = new Set<number>();
  const take = (at: number, old: number, how: Found["how"]) => {
    found[at] = { sent: old, how };
    taken.add(old);
  };
  byBookmark(olds, news, take);
  bySameWords(olds, news, found, taken, take);
  byLikeWords(olds, news, found, taken, take);
  return found;
}

type Take = (at: number, old: number, how: Found["how"]) => void;

/** Word and LibreOffice make bookmarks of their own, which begin with a line. */
const isOurs = (name: string) => name !== "" && !name.startsWith("_");

function byBookmark(olds: readonly Line[], news: readonly Line[], take: Take): void {
  const places = new Map(olds.flatMap(({ bookmarks }, at) => bookmarks.filter(isOurs).map((name) => [name, at] as const)));
  const used = new Set<number>();
  for (const [at, { bookmarks }] of news.entries()) {
    const old = bookmarks.map((name) => places.get(name)).find((one) => one !== undefined && !used.has(one));
    if (old === undefined) continue;
    used.add(old);
    take(at, old, "bookmark");
  }
}

/** The paragraphs of the file as it was sent between which a paragraph stands. */
function gapAt(found: readonly (Found | null)[], at: number, length: number): { from: number; to: number } {
  const from = found.slice(0, at).findLast((one) => one !== null)?.sent ?? -1;
  const to = found.slice(at + 1).find((one) => one !== null)?.sent ?? length;
  return { from, to: Math.max(from + 1, to) };
}

/** Paragraphs with the same words, where they stood if they still stand there, else where there is one such paragraph alone. */
function bySameWords(olds: readonly Line[], news: readonly Line[], found: (Found | null)[], taken: ReadonlySet<number>, take: Take): void {
  const places = new Map<string, number[]>();
  for (const [at, { words }] of olds.entries()) if (words !== "") places.set(words, [...(places.get(words) ?? []), at]);
  let last = -1;
  for (const [at, { words }] of news.entries()) {
    if (!found[at] && words !== "") {
      const same = (places.get(words) ?? []).filter((old) => !taken.has(old));
      const old = same.find((one) => one > last) ?? (same.length === 1 ? same[0] : undefined);
      if (old !== undefined) take(at, old, "text");
    }
    last = found[at]?.sent ?? last;
  }
}

/** How many paragraphs are compared with one in other words where it stood, and how many may be sought everywhere: a file of another kind ends soon. */
const mostNear = 80;
const mostAnywhere = 200;

function byLikeWords(olds: readonly Line[], news: readonly Line[], found: (Found | null)[], taken: ReadonlySet<number>, take: Take): void {
  const sought = news.flatMap(({ words, after }, at) => (found[at] || words + after === "" ? [] : [{ at, words: words || after }]));
  const openFrom = (from: number, to: number, words: string, most: number) =>
    olds
      .slice(from, to)
      .flatMap((old, n) => (taken.has(from + n) || old.words === "" ? [] : [{ place: from + n, words: old.words }]))
      .slice(0, most)
      .map(({ place, words: old }) => ({ place, likeness: alikeness(words, old) }));
  for (const { at, words } of sought) {
    const { from, to } = gapAt(found, at, olds.length);
    const isAlone = found[at - 1] !== null && found[at + 1] !== null;
    const [only, other] = openFrom(from + 1, to, words, 2);
    if (isAlone && only && !other) {
      take(at, only.place, "text");
      continue;
    }
    const near = unmistakable(openFrom(from + 1, to, words, mostNear), { least: 0.5, ahead: 0.15 });
    const isFew = sought.length <= mostAnywhere;
    const old = near ?? (isFew ? unmistakable(openFrom(0, olds.length, words, olds.length), { least: 0.75, ahead: 0.2 }) : undefined);
    if (old) take(at, old.place, "text");
  }
}
