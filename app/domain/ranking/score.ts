import { shownValue } from "~/domain/judgements/shown-value";
import type { Judged } from "~/domain/judgements/value";
import type { WeighedCriterion } from "./weights";

/** Where a subject lies on one criterion, from 0 for the worst that its scale has to 1 for the best; `low` and `high` are the worst and the best that a rater gave. */
export interface Placed {
  at: number;
  low: number;
  high: number;
  /** How many raters gave a level. */
  raters: number;
}

/** A subject with its place on each criterion, in their order; null = nothing to count with. */
export interface PlacedSubject {
  id: string;
  places: readonly (Placed | null)[];
}

/** The score of a subject, 0 to 1, with what it rests on; the three figures are null where nothing could be counted. */
export interface Score {
  id: string;
  score: number | null;
  low: number | null;
  high: number | null;
  /** How many of the criteria with a weight were counted. */
  criteria: number;
  /** Which part of all weight these have, 0 to 1. */
  share: number;
  /** The most raters that gave a level on one of them. */
  raters: number;
}

/**
 * The place of what counts on a criterion. Levels lie on the scale by their numbers, so that an ordinal scale is taken as if its steps were of one size; where
 * lower is better the scale is turned round. Null for classes, yes or no, answers without a level and what was not agreed yet.
 */
export function placedOn(
  { scale, isOrdered, isTurned }: WeighedCriterion,
  counting: Judged | null,
  ratings: readonly Judged[],
): Placed | null {
  const placeOf = (judged: Judged | null) => {
    const place = judged && isOrdered ? (shownValue(scale, judged)?.place ?? null) : null;
    return place !== null && isTurned ? 1 - place : place;
  };
  const at = placeOf(counting);
  if (at === null) return null;
  const given = ratings.flatMap((rating) => placeOf(rating) ?? []);
  return { at, low: Math.min(at, ...given), high: Math.max(at, ...given), raters: given.length };
}

/**
 * The weighted mean of the places of a subject: Σ weight × place ÷ Σ weight over the criteria that were counted for it (the linear aggregation of OECD and JRC, 2008,
 * Handbook on constructing composite indicators, step 6). `low` and `high` are the same mean of the worst and of the best that raters gave on each criterion: bounds, not a
 * confidence interval.
 */
export function scoreOf({ id, places }: PlacedSubject, weights: readonly number[]): Score {
  const counted = places.flatMap((placed, at) => {
    const weight = weights[at] ?? 0;
    return placed && weight > 0 ? [{ placed, weight }] : [];
  });
  const whole = sumOf(weights);
  const weight = sumOf(counted.map((one) => one.weight));
  const mean = (of: (placed: Placed) => number) => (weight > 0 ? sumOf(counted.map((one) => one.weight * of(one.placed))) / weight : null);
  return {
    id,
    score: mean(({ at }) => at),
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
    criteria: counted.length,
    share: whole > 0 ? weight / whole : 0,
    raters: Math.max(0, ...counted.map(({ placed }) => placed.raters)),
  };
}

/** The sum of numbers; 0 for none. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
