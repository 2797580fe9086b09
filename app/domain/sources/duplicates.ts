/** A title or DOI without what two people type differently: capitals, and the space around it. */
export function foldedKey(text: string): string {
  return text.trim().replace(/\s+/gu, " ").toLowerCase();
}

/** The words of a title as two catalogues compare: without capitals, accents and punctuation. */
export function titleWords(title: string): string[] {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
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

/** A work made ready to be compared, once for all catalogues. */
export interface Prepared {
  year: string | null;
  doi: string | null;
  folded: string;
  words: ReadonlySet<string>;
}

/** Makes a work ready to be compared. */
export function prepared({ title, issued, doi }: Compared): Prepared {
  const words = titleWords(title);
  return { year: issued?.slice(0, 4) ?? null, doi: doi ? foldedKey(doi) : null, folded: words.join(" "), words: new Set(words) };
}

interface Entry<Key> extends Prepared {
  key: Key;
}

/** A catalogue of works to look up doubles in. It grows by what is added, so that a file is compared with itself too. */
export interface Catalogue<Key> {
  add(key: Key, work: Prepared): void;
  find(work: Prepared): Likeness<Key> | null;
}

/**
 * Makes an empty catalogue. A work is the same as another by an equal DOI, or by an equal title in the same year; it is close by an equal title, or one
 * that shares `closeFrom` of its words, in years that are equal, one apart or unknown. Two different DOIs are never the same, at most close.
 */
export function newCatalogue<Key>(): Catalogue<Key> {
  const byDoi = new Map<string, Entry<Key>>();
  const byTitle = new Map<string, Entry<Key>[]>();
  const byWord = new Map<string, Entry<Key>[]>();
  return {
    add(key, work) {
      const entry = { ...work, key };
      if (work.doi !== null && !byDoi.has(work.doi)) byDoi.set(work.doi, entry);
      pushTo(byTitle, work.folded, entry);
      for (const word of work.words) pushTo(byWord, word, entry);
    },
    find(work) {
      const sameDoi = work.doi === null ? undefined : byDoi.get(work.doi);
      if (sameDoi) return { outcome: "same", key: sameDoi.key };
      const titled = byTitle.get(work.folded) ?? [];
      const equal = titled.find((entry) => entry.year === work.year && work.year !== null && !differ(entry.doi, work.doi));
      if (equal) return { outcome: "same", key: equal.key };
      const near = titled.find((entry) => nearYears(entry.year, work.year)) ?? closest(byWord, work);
      return near ? { outcome: "close", key: near.key } : null;
    },
  };
}

/**
 * The entry that shares most words, from `closeFrom` on. One that shares that many holds at least one of the rarest words of the work: with n words it
 * shares two thirds of them or more, so it can't lack all of the rarest third and one.
 */
function closest<Key>(byWord: ReadonlyMap<string, readonly Entry<Key>[]>, { words, year }: Prepared): Entry<Key> | undefined {
  if (words.size < 3) return undefined;
  const lists = [...words].map((word) => byWord.get(word) ?? []).sort((one, other) => one.length - other.length);
  const rarest = lists.slice(0, words.size - Math.ceil((words.size * closeFrom) / (2 - closeFrom) - 1e-9) + 1);
  let best: { entry: Entry<Key>; likeness: number } | undefined;
  for (const entry of new Set(rarest.flat())) {
    const likeness = (2 * shared(words, entry.words)) / (words.size + entry.words.size);
    if (likeness >= closeFrom && likeness > (best?.likeness ?? 0) && nearYears(entry.year, year)) best = { entry, likeness };
  }
  return best?.entry;
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const word of one) if (other.has(word)) count += 1;
  return count;
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
const nearYears = (one: string | null, other: string | null) =>
  one === null || other === null || Math.abs(Number(one) - Number(other)) <= 1;

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
