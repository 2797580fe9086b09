import { fitOf } from "~/domain/search/match";
import { readQuery, type SearchQuery } from "~/domain/search/query";

/** What to look for in the index of an assessment. */
export interface SearchFor {
  assessmentId: string;
  kinds: readonly string[];
  /** Words as typed. */
  words: string;
  languages: readonly string[];
  /** Only texts in this language. */
  only?: string | null;
  /** How many of each kind at most. */
  limit: number;
}

/** A record that was found. */
export interface SearchHit {
  kind: string;
  recordId: string;
}

/** What an index is asked for one kind of record, and how many rows it gives at most, the last written first. */
export interface IndexAsk {
  assessmentId: string;
  kind: string;
  language: string | null;
  query: SearchQuery;
  limit: number;
}

/** A row that an index gave: a record in one language, with its folded words. */
export interface IndexRow extends SearchHit {
  words: string;
}

/** How many texts of a kind are ranked at least: more than are shown, and bounded, so that a common word takes no longer in a large study. */
const fewestRanked = 100;

/** What each kind is asked for, or nothing where nothing is looked for: `-word` alone finds nothing. */
export function asksOf({ assessmentId, kinds, words, languages, only = null, limit }: SearchFor): IndexAsk[] {
  const query = readQuery(words, languages);
  if (query.all.length === 0) return [];
  return [...new Set(kinds)].map((kind) => ({ assessmentId, kind, language: only, query, limit: Math.max(limit, fewestRanked) }));
}

/** The records of rows by how well they fit, each once and no more of a kind than asked for; the same order from either index. */
export function rankRows(rows: readonly IndexRow[], query: SearchQuery, limit: number): SearchHit[] {
  const best = new Map<string, SearchHit & { fit: number }>();
  for (const { kind, recordId, words } of rows) {
    const fit = fitOf(words.split(" "), query);
    const key = `${kind}/${recordId}`;
    if (fit > (best.get(key)?.fit ?? -1)) best.set(key, { kind, recordId, fit });
  }
  const left = new Map<string, number>();
  return [...best.values()].toSorted(byFit).flatMap(({ kind, recordId }) => {
    const before = left.get(kind) ?? 0;
    left.set(kind, before + 1);
    return before < limit ? [{ kind, recordId }] : [];
  });
}

type Fitting = SearchHit & { fit: number };
const byFit = (one: Fitting, other: Fitting) => other.fit - one.fit || (one.recordId < other.recordId ? -1 : 1);
