import { type Coefficient, isComparable, type Measurement } from "./ratings";

/** How two values lie apart: as a measurement compares them, or by their proportion, on a scale with a true zero. */
export type AlphaDistance = Measurement | "ratio";

/**
 * Krippendorff's α, at most 1, with a distance; ratings that are missing are allowed, and a subject that only one rater judged is left out
 * (K. Krippendorff, 2011, Computing Krippendorff's alpha-reliability, University of Pennsylvania).
 */
export function krippendorffAlpha(kind: AlphaDistance): Coefficient {
  return ({ scores, subjects }) => {
    const compared = subjects.filter(isComparable);
    if (compared.length === 0) return "few-subjects";
    const totals = new Array<number>(scores.length).fill(0);
    for (const { counts } of compared) for (const { category, count } of counts) totals[category] = (totals[category] ?? 0) + count;
    const values = totals.flatMap((count, category) => (count > 0 ? [{ category, count }] : []));
    if (values.length < 2) return "one-value";
    const distance = distances[kind](kind === "ordinal" ? middleRanks(totals) : scores);
    const all = values.reduce((sum, { count }) => sum + count, 0);
    const observed = compared.reduce((sum, { counts, given }) => sum + weighPairs(counts, distance) / (given - 1), 0);
    return 1 - ((all - 1) * observed) / weighPairs(values, distance);
  };
}

type Distance = (one: number, other: number) => number;

/** The squared difference of two different categories. */
const distances: Record<AlphaDistance, (scores: readonly number[]) => Distance> = {
  nominal: () => () => 1,
  ordinal: squaredDifference,
  interval: squaredDifference,
  ratio: (scores) => (one, other) => {
    const [left, right] = [scores[one] ?? 0, scores[other] ?? 0];
    return left + right === 0 ? 0 : ((left - right) / (left + right)) ** 2;
  },
};

function squaredDifference(scores: readonly number[]): Distance {
  return (one, other) => ((scores[one] ?? 0) - (scores[other] ?? 0)) ** 2;
}

/**
 * The rank in the middle of each category. The difference of two of them is the sum of the ratings from the one to the other, less half of the ratings of
 * both: the distance that the source gives for ordered values.
 */
function middleRanks(totals: readonly number[]): number[] {
  let below = 0;
  return totals.map((count) => {
    below += count;
    return below - count / 2;
  });
}

/** The pairs of different categories, each weighed by its distance. */
function weighPairs(values: readonly { category: number; count: number }[], distance: Distance): number {
  let sum = 0;
  for (const [place, one] of values.entries()) {
    for (let next = place + 1; next < values.length; next += 1) {
      const other = values[next];
      if (other) sum += one.count * other.count * distance(one.category, other.category);
    }
  }
  return sum;
}
