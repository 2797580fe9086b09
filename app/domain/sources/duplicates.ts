/** A title or DOI without what two people type differently: capitals, and the space around it. */
export function foldedKey(text: string): string {
  return text.trim().replace(/\s+/gu, " ").toLocaleLowerCase("und");
}

/** The words of a title as two catalogues compare: without capitals, accents and punctuation. */
export function titleWords(title: string): string[] {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase("und")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** What doubles are found by. */
export interface Compared {
  title: string;
  /** `yyyy`, `yyyy-mm`, `yyyy-mm-dd` or null. */
  issued: string | null;
  doi: string | null;
}

/** How a work is like another: surely the same, or so close that a person has to decide. */
export interface Likeness<Key> {
  outcome: "same" | "close";
  key: Key;
}

/** The part of words that two titles share (Dice: twice the shared words by all words, each word once), from which they are close. */
export const closeFrom = 0.8;

interface Entry<Key> {
  key: Key;
  year: string | null;
  doi: string | null;
  folded: string;
  words: number;
}

/** A catalogue of works to look up doubles in. It grows by what is added, so that a file is compared with itself too. */
export interface Catalogue<Key> {
  add(key: Key, work: Compared): void;
  find(work: Compared): Likeness<Key> | null;
}

/**
 * Makes an empty catalogue. A work is the same as another by an equal DOI, or by an equal title in the same year; it is close by an equal title, or one
 * that shares `closeFrom` of its words, in years that are equal, one apart or unknown. Two different DOIs are never the same, at most close.
 */
export function newCatalogue<Key>(): Catalogue<Key> {
  const entries: Entry<Key>[] = [];
  const byDoi = new Map<string, number>();
  const byTitle = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  return {
    add(key, work) {
      const at = entries.length;
      const words = new Set(titleWords(work.title));
      const entry = { key, year: yearOf(work), doi: doiOf(work), folded: titleWords(work.title).join(" "), words: words.size };
      entries.push(entry);
      if (entry.doi !== null && !byDoi.has(entry.doi)) byDoi.set(entry.doi, at);
      pushTo(byTitle, entry.folded, at);
      for (const word of words) pushTo(byWord, word, at);
    },
    find(work) {
      const doi = doiOf(work);
      const sameDoi = doi === null ? undefined : byDoi.get(doi);
      if (sameDoi !== undefined) return keyOf("same", entries[sameDoi]);
      const year = yearOf(work);
      const titled = (byTitle.get(titleWords(work.title).join(" ")) ?? []).flatMap((at) => entries[at] ?? []);
      const equal = titled.find((entry) => entry.year === year && year !== null && !differ(entry.doi, doi));
      if (equal) return keyOf("same", equal);
      return keyOf("close", titled.find((entry) => nearYears(entry.year, year)) ?? closest(work, year));
    },
  };

  function closest(work: Compared, year: string | null): Entry<Key> | undefined {
    const words = new Set(titleWords(work.title));
    if (words.size < 3) return undefined;
    const shared = new Map<number, number>();
    for (const word of words) for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    let best: { entry: Entry<Key>; likeness: number } | undefined;
    for (const [at, count] of shared) {
      const entry = entries[at];
      const likeness = entry ? (2 * count) / (words.size + entry.words) : 0;
      if (entry && likeness >= closeFrom && likeness > (best?.likeness ?? 0) && nearYears(entry.year, year)) best = { entry, likeness };
    }
    return best?.entry;
  }
}

function keyOf<Key>(outcome: "same" | "close", entry: Entry<Key> | undefined): Likeness<Key> | null {
  return entry ? { outcome, key: entry.key } : null;
}

const yearOf = ({ issued }: Compared) => issued?.slice(0, 4) ?? null;
const doiOf = ({ doi }: Compared) => (doi ? foldedKey(doi) : null);
const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
const nearYears = (one: string | null, other: string | null) =>
  one === null || other === null || Math.abs(Number(one) - Number(other)) <= 1;

function pushTo<Key>(map: Map<Key, number[]>, key: Key, at: number): void {
  const list = map.get(key);
  if (list) list.push(at);
  else map.set(key, [at]);
}
