import { seededRandom } from "~/domain/statistics/random";
import { sameScore } from "./rank";
import type { PlacedSubject } from "./score";

/** How the weights are drawn: how often, from which seed, and how far a weight moves (0.5 = between half and one and a half times itself). */
export interface Draws {
  draws: number;
  seed: number;
  reach: number;
}

/** The draws of every ranking that is shown. */
export const usualDraws: Draws = { draws: 1000, seed: 1, reach: 0.5 };

/** How the rank of a subject moves: the share of draws in each rank (the first is that of rank 1), the rank in the middle, and those that 5 % of the draws lie below and above at most. */
export interface RankSpread {
  id: string;
  shares: number[];
  median: number;
  low: number;
  high: number;
}

/**
 * How ranks move when the weights do. In each draw every weight is multiplied by a number of its own, even between 1 − reach and 1 + reach, and all subjects are ranked
 * again (Monte Carlo over weights after Saisana, Saltelli and Tarantola, 2005, Journal of the Royal Statistical Society A 168(2), 307–323). The share of draws in a rank is the rank acceptability
 * index of SMAA-2 (Lahdelma and Salminen, 2001, Operations Research 49(3), 444–454), here around given weights. Values and the criteria
 * counted of each subject stay as they are. The same input gives the same answer.
 */
export function rankSpreads(subjects: readonly PlacedSubject[], weights: readonly number[], { draws, seed, reach }: Draws): RankSpread[] {
  const random = seededRandom(seed);
  const table = tableOf(subjects, weights);
  const { weights: usual } = table;
  const drawn = new Float64Array(usual.length);
  const scores = new Float64Array(subjects.length);
  const counts = subjects.map(() => new Uint32Array(subjects.length));
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < drawn.length; at += 1) drawn[at] = (usual[at] ?? 0) * (1 - reach + 2 * reach * random.fraction());
    scoreAll(table, drawn, scores);
    countRanks(scores, counts);
  }
  return subjects.map(({ id }, at) => spreadOf(id, counts[at] ?? new Uint32Array(), draws));
}

/** In which part of the draws a subject is among the first `places`. */
export function shareAmongFirst({ shares }: Pick<RankSpread, "shares">, places: number): number {
  return shares.slice(0, places).reduce((sum, share) => sum + share, 0);
}

/** Places row by row without gaps for the counted criteria alone, and beside each 1 where there is one and 0 where not: plain numbers, so that a thousand draws take milliseconds. */
interface PlaceTable {
  weights: Float64Array;
  places: Float64Array;
  isThere: Float64Array;
}

function tableOf(subjects: readonly PlacedSubject[], weights: readonly number[]): PlaceTable {
  const counted = weights.flatMap((weight, at) => (weight > 0 ? [at] : []));
  const cells = subjects.flatMap(({ places }) => counted.map((at) => places[at] ?? null));
  return {
    weights: Float64Array.from(counted, (at) => weights[at] ?? 0),
    places: Float64Array.from(cells, (placed) => placed?.at ?? 0),
    isThere: Float64Array.from(cells, (placed) => (placed ? 1 : 0)),
  };
}

function scoreAll({ places, isThere }: PlaceTable, weights: Float64Array, scores: Float64Array): void {
  const width = weights.length;
  for (let row = 0; row < scores.length; row += 1) {
    let sum = 0;
    let whole = 0;
    for (let at = 0; at < width; at += 1) {
      const weight = (weights[at] ?? 0) * (isThere[row * width + at] ?? 0);
      sum += weight * (places[row * width + at] ?? 0);
      whole += weight;
    }
    scores[row] = whole > 0 ? sum / whole : 0;
  }
}

/** Adds one to the count of the rank that each subject has in this draw. */
function countRanks(scores: Float64Array, counts: readonly Uint32Array[]): void {
  const sorted = Float64Array.from(scores).sort();
  for (let row = 0; row < scores.length; row += 1) {
    const rank = sorted.length - notAbove(sorted, (scores[row] ?? 0) + sameScore);
    const own = counts[row];
    if (own) own[rank] = (own[rank] ?? 0) + 1;
  }
}

/** How many of the sorted numbers are not above a limit. */
function notAbove(sorted: Float64Array, limit: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}

function spreadOf(id: string, counts: Uint32Array, draws: number): RankSpread {
  const rankAt = (share: number) => {
    let sum = 0;
    const place = counts.findIndex((count) => {
      sum += count;
      return sum >= share * draws;
    });
    return place + 1;
  };
  return { id, shares: Array.from(counts, (count) => count / draws), median: rankAt(0.5), low: rankAt(0.05), high: rankAt(0.95) };
}
