import { joinProfiles, type ClusterNode } from "./clusters";
import { ranksWithoutEach, type RanksWithout } from "./leave-one-out";
import { rankSubjects, type Ranking } from "./rank";
import type { PlacedSubject } from "./score";
import { rankSpreads, type Draws, type RankSpread } from "./sensitivity";

/** What a ranking is made from: subjects with a place per criterion, and a weight per criterion. */
export interface RankOrder {
  subjects: readonly PlacedSubject[];
  weights: readonly number[];
  draws: Draws;
}

/** A ranking with all that says how far it would tip; `spreads` and `without` are of the subjects with a rank, in the order of the ranking. */
export interface RankedStudy {
  ranking: Ranking;
  spreads: RankSpread[];
  without: RanksWithout[];
  /** Null where there are too few profiles to join, or too many to look at. */
  tree: ClusterNode | null;
}

/** How many profiles are joined in one drawing: two alone say nothing, and more than this nobody can read. */
const profilesInTree = { least: 3, most: 120 } as const;

/** Ranks subjects and says how far the ranks would tip. The same order gives the same answer. */
export function rankStudy({ subjects, weights, draws }: RankOrder): RankedStudy {
  const ranking = rankSubjects(subjects, weights);
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const ranked = ranking.ranked.flatMap(({ id }) => byId.get(id) ?? []);
  const isReadable = ranked.length >= profilesInTree.least && ranked.length <= profilesInTree.most;
  return {
    ranking,
    spreads: rankSpreads(ranked, weights, draws),
    without: ranksWithoutEach(ranked, weights),
    tree: isReadable ? joinProfiles(ranked.map((subject) => counted(subject, weights))) : null,
  };
}

/** A subject with its places on the criteria that have a weight alone. */
function counted({ id, places }: PlacedSubject, weights: readonly number[]): PlacedSubject {
  return { id, places: places.map((placed, at) => ((weights[at] ?? 0) > 0 ? placed : null)) };
}
