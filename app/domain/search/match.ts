import { foldWords, searchTokens } from "~/domain/fold";
import type { SearchQuery, SearchTerm } from "./query";

/** Where a term stands in folded words: the place of its first word, how many words it takes, and whether it is there whole. */
export interface TermPlace {
  start: number;
  length: number;
  whole: boolean;
}

/** Every place at which a term stands in folded words. */
export function placesOf(words: readonly string[], { sequences, prefix }: SearchTerm): TermPlace[] {
  return words.flatMap((_, start) => {
    const found = sequences.flatMap((sequence) => placeAt(words, start, sequence, prefix) ?? []);
    return found.find(({ whole }) => whole) ?? found[0] ?? [];
  });
}

function placeAt(words: readonly string[], start: number, sequence: readonly string[], prefix: boolean): TermPlace | null {
  const last = sequence.length - 1;
  for (const [step, wanted] of sequence.entries()) {
    const word = words[start + step];
    if (word === undefined || !(word === wanted || (prefix && step === last && word.startsWith(wanted)))) return null;
  }
  return { start, length: sequence.length, whole: words[start + last] === sequence[last] };
}

/** Whether a text holds all that is looked for and nothing that may not be there; as it is written, or folded in its language. */
export function holdsQuery(text: string, query: SearchQuery, language: string): boolean {
  const versions = ["und", language].map((code) => foldWords(text, code).flatMap(searchTokens));
  const holds = (term: SearchTerm) => versions.some((words) => placesOf(words, term).length > 0);
  return query.all.length > 0 && query.all.every(holds) && !query.none.some(holds);
}

/** How long a text is usually, in words: one that is longer counts each word for less. */
const usualLength = 60;

/**
 * How well folded words fit what is looked for: more often is better, in a short text too, a phrase and a whole word count for more than the
 * beginning of one. The same number whatever database found them.
 */
export function fitOf(words: readonly string[], query: SearchQuery): number {
  const damping = 1.2 * (0.25 + (0.75 * words.length) / usualLength);
  return query.all.reduce((sum, term) => {
    const weight = placesOf(words, term).reduce((total, { length, whole }) => total + (whole ? length : length / 2), 0);
    return sum + weight / (weight + damping);
  }, 0);
}
