import type { LocalText } from "~/domain/local-text";
import { widestGap, type ClusterNode } from "./clusters";
import type { RankedStudy } from "./rank-study";
import type { RankedGroup } from "./ranked-group";
import type { PlacedSubject } from "./score";
import type { Draws } from "./sensitivity";
import type { Named, ShownCriterion, ShownRanking, ShownSpreads, ShownTree, ShownWithout } from "./shown";

/** What was ranked: its group, its subjects by id with their places, and the criteria in their order with the weight that counts. */
export interface RankedThings {
  group: RankedGroup;
  things: readonly { id: string; code: string; name: LocalText }[];
  criteria: readonly (ShownCriterion & { weight: number; isOrdered: boolean })[];
  subjects: readonly PlacedSubject[];
  study: RankedStudy;
}

function naming(things: RankedThings["things"]) {
  const names = new Map(things.map(({ id, code, name }): [string, Named] => [id, { code, name }]));
  return (id: string): Named => names.get(id) ?? { code: id, name: {} };
}

/** A ranking as it is shown; null where nothing has a rank. */
export function showRanking({ group, things, study: { ranking } }: RankedThings): ShownRanking | null {
  if (ranking.ranked.length === 0) return null;
  const nameOf = naming(things);
  return {
    group,
    criteria: ranking.criteria,
    rows: [
      ...ranking.ranked.map(({ id, ...score }) => ({ ...nameOf(id), ...score })),
      ...ranking.unranked.map(({ id, ...score }) => ({ ...nameOf(id), ...score, rank: null, isShared: false })),
    ],
  };
}

/** How ranks move as it is shown; null where fewer than two have a rank, of which none can move. */
export function showSpreads({ group, things, study }: RankedThings, draws: Draws): ShownSpreads | null {
  if (study.spreads.length < 2) return null;
  const nameOf = naming(things);
  const rankOf = rankBy(study);
  return {
    group,
    ...draws,
    ranks: study.spreads.length,
    rows: study.spreads.map(({ id, ...spread }) => ({ ...nameOf(id), ...spread, ...rankOf(id) })),
  };
}

/** The ranks without each criterion in turn; null where fewer than two have a rank, or one criterion alone counts. */
export function showWithout({ things, criteria, study }: RankedThings): ShownWithout | null {
  const { ranked } = study.ranking;
  if (study.without.length === 0 || ranked.length < 2) return null;
  const nameOf = naming(things);
  return {
    criteria: study.without.flatMap(({ criterion }) => shownCriterion(criteria[criterion])),
    rows: ranked.map(({ id, rank }, at) => ({ ...nameOf(id), rank, ranks: study.without.map(({ ranks }) => ranks[at] ?? null) })),
  };
}

function shownCriterion(criterion: ShownCriterion | undefined): ShownCriterion[] {
  return criterion ? [{ code: criterion.code, title: criterion.title }] : [];
}

function rankBy({ ranking }: RankedStudy) {
  const ranks = new Map(ranking.ranked.map(({ id, rank, isShared }) => [id, { rank, isShared }]));
  return (id: string) => ranks.get(id) ?? { rank: 0, isShared: false };
}

/** The profiles joined as they are shown, by code; null where there are too few of them or too many. */
export function showTree({ group, things, criteria, subjects, study: { tree } }: RankedThings): ShownTree | null {
  if (tree === null) return null;
  const nameOf = naming(things);
  const coded = (node: ClusterNode): ClusterNode =>
    node.kind === "leaf"
      ? { kind: "leaf", id: nameOf(node.id).code }
      : { ...node, ids: node.ids.map((id) => nameOf(id).code), parts: [coded(node.parts[0]), coded(node.parts[1])] };
  const ids = tree.kind === "leaf" ? [tree.id] : tree.ids;
  const counted = criteria.flatMap(({ weight, isOrdered }, at) => (isOrdered && weight > 0 ? [at] : []));
  const placesOf = new Map(subjects.map(({ id, places }) => [id, counted.map((at) => places[at]?.at ?? null)]));
  return {
    group,
    tree: coded(tree),
    names: ids.map(nameOf),
    apart: widestGap(tree),
    criteria: counted.flatMap((at) => shownCriterion(criteria[at])),
    places: Object.fromEntries(ids.map((id) => [nameOf(id).code, placesOf.get(id) ?? []])),
  };
}
