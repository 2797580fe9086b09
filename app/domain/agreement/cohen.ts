import type { Coefficient, Computed, RatedSubjects } from "./ratings";

/** How much two different values disagree: all the same, by their distance in places on the scale, or by its square. */
export type KappaWeights = "none" | "linear" | "quadratic";

const disagreement: Record<KappaWeights, (one: number, other: number) => number> = {
  none: (one, other) => (one === other ? 0 : 1),
  linear: (one, other) => Math.abs(one - other),
  quadratic: (one, other) => (one - other) ** 2,
};

/**
 * Cohen's κ of two raters, at most 1, over the subjects that both gave a value (J. Cohen, 1960, A coefficient of agreement for nominal scales, Educational
 * and Psychological Measurement 20); with weights 1 − observed ÷ expected disagreement (J. Cohen, 1968, Weighted kappa, Psychological Bulletin 70).
 * Categories of the scale that nobody gave count as steps.
 */
export function cohenKappa(weights: KappaWeights): Coefficient {
  const apart = disagreement[weights];
  return (rated) => {
    const counted = countPairs(rated);
    if (typeof counted === "string") return counted;
    const { pairs, first, second, total } = counted;
    let [observed, expected] = [0, 0];
    for (const [one, other] of pairs) observed += apart(one, other);
    for (const [one, ofFirst] of first.entries()) {
      for (const [other, ofSecond] of second.entries()) expected += ofFirst * ofSecond * apart(one, other);
    }
    return expected === 0 ? "one-value" : 1 - (observed * total) / expected;
  };
}

interface Pairs {
  pairs: readonly (readonly [number, number])[];
  /** How often each rater gave each category. */
  first: readonly number[];
  second: readonly number[];
  total: number;
}

function countPairs({ subjects, scores }: RatedSubjects): Pairs | Extract<Computed, string> {
  const pairs: [number, number][] = [];
  const [first, second] = [new Array<number>(scores.length).fill(0), new Array<number>(scores.length).fill(0)];
  for (const { ratings } of subjects) {
    if (ratings.length !== 2) return "not-two-raters";
    const [one, other] = ratings;
    if (one == null || other == null) continue;
    pairs.push([one, other]);
    first[one] = (first[one] ?? 0) + 1;
    second[other] = (second[other] ?? 0) + 1;
  }
  return pairs.length === 0 ? "few-subjects" : { pairs, first, second, total: pairs.length };
}
