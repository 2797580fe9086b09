import { ranksOf } from "./rank";
import { scoreOf, type PlacedSubject } from "./score";

/** The ranks when one criterion is left out, in the order of the subjects; null for a subject of which nothing else was judged. */
export interface RanksWithout {
  /** The place of the criterion in the list of criteria. */
  criterion: number;
  ranks: (number | null)[];
}

/**
 * The ranks of the same subjects without each of the criteria that have a weight, one after the other (after OECD and JRC, 2008, Handbook on constructing composite
 * indicators, step 7). None where fewer than two criteria have a weight.
 */
export function ranksWithoutEach(subjects: readonly PlacedSubject[], weights: readonly number[]): RanksWithout[] {
  const counted = weights.flatMap((weight, at) => (weight > 0 ? [at] : []));
  if (counted.length < 2) return [];
  return counted.map((criterion) => {
    const others = weights.map((weight, at) => (at === criterion ? 0 : weight));
    const scores = subjects.map((subject) => scoreOf(subject, others).score);
    const ranks = ranksOf(scores.filter((score) => score !== null));
    let next = 0;
    return { criterion, ranks: scores.map((score) => (score === null ? null : (ranks[next++] ?? null))) };
  });
}
