/** What may be shown of an interviewee, in falling order: each level is stricter than the one before it. */
export const attributionLevels = [
  "name",
  "organisation-and-role",
  "organisation",
  "organisation-kind-and-role",
  "organisation-kind",
  "anonymous",
] as const;

/** A level of attribution. */
export type AttributionLevel = (typeof attributionLevels)[number];

/** The kinds of interest in the outcome that an interviewee can have. */
export const interestKinds = ["employed-by-assessed-actor", "funded-by-commissioner", "works-for-commissioner", "other"] as const;

/** The kind of interest that is told in own words. */
export const interestInWords = "other" as const satisfies (typeof interestKinds)[number];
