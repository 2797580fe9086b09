import { agreeingPairs, type Computed, isComparable, type RatedSubjects } from "./ratings";

/**
 * Observed agreement, from 0 to 1: of each subject that two or more judged the share of pairs of raters who gave the same value, averaged over these
 * subjects (J. L. Fleiss, 1971, Measuring nominal scale agreement among many raters, Psychological Bulletin 76). It isn't corrected for chance.
 */
export function percentAgreement({ subjects }: RatedSubjects): Computed {
  let [sum, compared] = [0, 0];
  for (const subject of subjects) {
    if (!isComparable(subject)) continue;
    sum += agreeingPairs(subject);
    compared += 1;
  }
  return compared === 0 ? "few-subjects" : sum / compared;
}
