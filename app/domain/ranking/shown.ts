import type { LocalText } from "~/domain/local-text";
import type { ClusterNode } from "./clusters";
import type { RankedGroup } from "./ranked-group";
import type { Score } from "./score";
import type { RankSpread } from "./sensitivity";
import type { WeighedCriterion } from "./weights";

/** Something that is ranked, by its code and its name. */
export interface Named {
  code: string;
  name: LocalText;
}

/** A row of a ranking: rank null = too little was judged for one. */
export interface ShownRank extends Named, Omit<Score, "id"> {
  rank: number | null;
  isShared: boolean;
}

/** A ranking as it is shown: those with a rank first, the highest score on top. */
export interface ShownRanking {
  group: RankedGroup;
  /** How many criteria have a weight and an order. */
  criteria: number;
  rows: readonly ShownRank[];
}

/** How the rank of one subject moves. */
export interface ShownSpread extends Named, Omit<RankSpread, "id"> {
  /** Its rank on the given weights. */
  rank: number;
  isShared: boolean;
}

/** How ranks move over draws of weights; `reach` is how far a weight moves (0.5 = half). */
export interface ShownSpreads {
  group: RankedGroup;
  draws: number;
  seed: number;
  reach: number;
  /** How many have a rank: also those that stand in another piece of the picture. */
  ranks: number;
  rows: readonly ShownSpread[];
}

/** A criterion by its code and title. */
export interface ShownCriterion {
  code: string;
  title: LocalText;
}

/** A criterion as a ranking counts it. */
export interface ShownWeight extends ShownCriterion, Pick<WeighedCriterion, "weight" | "source" | "isOrdered" | "isTurned"> {}

/** Ranks without each criterion in turn. */
export interface ShownWithout {
  criteria: readonly ShownCriterion[];
  /** `ranks` in the order of the criteria; null where nothing is left of a subject. */
  rows: readonly (Named & { rank: number; ranks: readonly (number | null)[] })[];
}

/** The profiles joined: leaves are codes. */
export interface ShownTree {
  group: RankedGroup;
  tree: ClusterNode;
  names: readonly Named[];
  /** Where the tree is cut into groups: how far apart the parts of a join may lie, 0 to 1. */
  apart: number;
  /** The criteria of the profiles, and the place of each subject on them by its code, 0 to 1. */
  criteria: readonly ShownCriterion[];
  places: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Says a word of a picture: keys stand below `ranking` of the data blocks. */
export type SayRanking = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A name in the language of the picture. */
export type SayName = (name: LocalText) => string;
