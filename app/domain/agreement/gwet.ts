import { agreeingPairs, type Computed, isComparable, type RatedSubjects } from "./ratings";

/**
 * Gwet's AC1, at most 1 (K. L. Gwet, 2008, Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of
 * Mathematical and Statistical Psychology 61). All categories of the scale count, and a subject with one rating counts for the shares of the categories,
 * not for observed agreement.
 */
export function gwetAc1({ subjects, scores }: RatedSubjects): Computed {
  const shares = new Array<number>(scores.length).fill(0);
  let [agreed, compared] = [0, 0];
  for (const subject of subjects) {
    for (const { category, count } of subject.counts) shares[category] = (shares[category] ?? 0) + count / subject.given;
    if (!isComparable(subject)) continue;
    agreed += agreeingPairs(subject);
    compared += 1;
  }
  if (compared === 0) return "few-subjects";
  if (shares.filter((share) => share > 0).length < 2) return "one-value";
  const expected = shares.reduce((sum, share) => sum + (share / subjects.length) * (1 - share / subjects.length), 0) / (scores.length - 1);
  return (agreed / compared - expected) / (1 - expected);
}
