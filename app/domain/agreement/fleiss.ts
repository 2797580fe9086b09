import { agreeingPairs, type Computed, isComparable, type RatedSubjects } from "./ratings";

/**
 * Fleiss' κ, at most 1, over the subjects that two or more judged, each of which must have been given a value by the same number of raters (J. L. Fleiss,
 * 1971, Measuring nominal scale agreement among many raters, Psychological Bulletin 76).
 */
export function fleissKappa({ subjects, scores }: RatedSubjects): Computed {
  const totals = new Array<number>(scores.length).fill(0);
  let [sum, compared, raters] = [0, 0, 0];
  for (const subject of subjects) {
    if (!isComparable(subject)) continue;
    if (compared > 0 && subject.given !== raters) return "unequal-raters";
    raters = subject.given;
    sum += agreeingPairs(subject);
    compared += 1;
    for (const { category, count } of subject.counts) totals[category] = (totals[category] ?? 0) + count;
  }
  if (compared === 0) return "few-subjects";
  if (totals.filter((count) => count > 0).length < 2) return "one-value";
  const expected = totals.reduce((all, count) => all + (count / (compared * raters)) ** 2, 0);
  return (sum / compared - expected) / (1 - expected);
}
