/** How values of a scale are compared: same or not, by their order, or by their distance. */
export type Measurement = "nominal" | "ordinal" | "interval";

/** What one subject was given: for each rater the place of the value among the categories of the scale, null where the rater gave none. */
export type RatingRow = readonly (number | null)[];

/** The ratings of several subjects on one criterion. */
export interface RatingTable {
  measurement: Measurement;
  /** A number for each category of the scale, rising: its place, or where distance counts its value. */
  scores: readonly number[];
  /** One row for each subject, each with a place for every rater, in the same order. */
  rows: readonly RatingRow[];
}

/** How many raters gave one category. */
interface Count {
  category: number;
  count: number;
}

/** One subject with its ratings counted. */
export interface RatedSubject {
  ratings: RatingRow;
  /** The categories that were given, each once. */
  counts: readonly Count[];
  /** How many raters gave a value. */
  given: number;
}

/** Subjects that are compared, as a coefficient takes them; one subject may stand in it several times. */
export interface RatedSubjects {
  scores: readonly number[];
  subjects: readonly RatedSubject[];
}

/** Why a coefficient can't be computed; each is a key of the locale namespace `agreement`, below `reasons`. */
export const notComputed = ["one-rater", "few-subjects", "one-value", "unequal-raters", "not-two-raters"] as const;
/** Why a coefficient can't be computed. */
export type NotComputed = (typeof notComputed)[number];

/** A coefficient, or why there is none. */
export type Computed = number | NotComputed;

/** A coefficient of agreement over subjects. */
export type Coefficient = (rated: RatedSubjects) => Computed;

/** The subjects that at least one rater gave a value, with their ratings counted. */
export function ratedSubjects({ scores, rows }: Pick<RatingTable, "scores" | "rows">): RatedSubjects {
  const subjects = rows.map(countRatings).filter(({ given }) => given > 0);
  return { scores, subjects };
}

function countRatings(ratings: RatingRow): RatedSubject {
  const counts = new Map<number, number>();
  for (const category of ratings) if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  const given = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { ratings, counts: [...counts].map(([category, count]) => ({ category, count })), given };
}

/** Whether two raters or more gave this subject a value, so that it says something of agreement. */
export function isComparable({ given }: RatedSubject): boolean {
  return given >= 2;
}

/** The share of the pairs of raters of one subject who gave the same value; for a subject that two or more judged. */
export function agreeingPairs({ counts, given }: RatedSubject): number {
  let pairs = 0;
  for (const { count } of counts) pairs += count * (count - 1);
  return pairs / (given * (given - 1));
}
