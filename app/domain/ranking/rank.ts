import { scoreOf, sumOf, type PlacedSubject, type Score } from "./score";

/** The least part of all weight that must have been counted of a subject before it gets a rank. */
const leastShare = 0.5;

/** Scores that differ by no more than this are equal: what is left over from counting with fractions. */
export const sameScore = 1e-9;

/** A subject with its rank; 1 is the highest score. */
export interface Ranked extends Score {
  score: number;
  low: number;
  high: number;
  rank: number;
  /** Whether another subject has the same rank. */
  isShared: boolean;
}

/** Subjects by score, and apart those of which too little was judged; `no-weight` where the weights add up to 0, so that there is nothing to rank by. */
export type Ranking =
  | { state: "ranked"; ranked: Ranked[]; unranked: Score[]; criteria: number }
  | { state: "no-weight"; ranked: []; unranked: Score[]; criteria: 0 };

/**
 * Ranks subjects by their weighted score, the highest first. Equal scores share a rank and the next one counts all before it (1, 2, 2, 4). A subject that has less
 * than `leastShare` of the weight is listed without a rank.
 */
export function rankSubjects(subjects: readonly PlacedSubject[], weights: readonly number[]): Ranking {
  const scores = subjects.map((subject) => scoreOf(subject, weights));
  if (sumOf(weights) <= 0) return { state: "no-weight", ranked: [], unranked: scores, criteria: 0 };
  const isEnough = ({ share }: Score) => share >= leastShare - sameScore;
  const enough = scores.flatMap((score) => (isEnough(score) && isScored(score) ? [score] : []));
  const ranks = ranksOf(enough.map(({ score }) => score));
  const shared = (rank: number) => ranks.filter((one) => one === rank).length > 1;
  const ranked = enough.map((score, at) => ({ ...score, rank: ranks[at] ?? 0, isShared: shared(ranks[at] ?? 0) }));
  return {
    state: "ranked",
    ranked: ranked.toSorted((one, other) => one.rank - other.rank),
    unranked: scores.filter((score) => !isEnough(score) || !isScored(score)),
    criteria: weights.filter((weight) => weight > 0).length,
  };
}

/** The rank of each score, in their order: one more than there are higher scores. */
export function ranksOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score + sameScore).length);
}

function isScored(score: Score): score is Score & { score: number; low: number; high: number } {
  return score.score !== null && score.low !== null && score.high !== null;
}
