import { foldWords } from "~/domain/fold";

/** What to look for in the index of an assessment. */
export interface SearchFor {
  assessmentId: string;
  kinds: readonly string[];
  /** Words as typed. */
  words: string;
  languages: readonly string[];
  /** How many of each kind at most. */
  limit: number;
}

/** A record that was found. */
export interface SearchHit {
  kind: string;
  recordId: string;
}

/** The alternatives for each word as typed: folded and stemmed in each language. A word that folds to nothing is left out. */
export function alternatives({ words, languages }: Pick<SearchFor, "words" | "languages">): string[][] {
  const typed = foldWords(words, "und").slice(0, 12);
  return typed.map((word) => [...new Set([word, ...languages.flatMap((language) => foldWords(word, language))])]);
}
