import { distanceOn, tallyOf, type Tally } from "~/domain/judgements/tally";
import type { PolicyNode } from "~/domain/protocol/frameworks";
import type { Scale, ScaleValue } from "~/domain/protocol/scales";
import type { FrameworkTree, TreeNode } from "./framework-tree";

/** What a judgement lacks: there is none, it has no level, it rests on nothing, or on nothing that can still be read. */
export type AlignmentGap = "not-judged" | "no-level" | "no-grounds" | "lost-grounds";

/** A ground of a judgement, or the judgement itself, that a statement cites as speaking against it. */
export interface CitedAgainst {
  node: string;
  /** The code of the ground; null = the judgement itself is cited so. */
  ground: string | null;
  statement: string;
}

/**
 * What does not fit together: nodes directly below one lie far apart; a node is judged otherwise than all that lies below it, or than
 * the framework that works it out; a ground of it, or it itself, is cited against a statement.
 */
export type Contradiction =
  | { kind: "far-apart"; node: string; lowest: Placed; highest: Placed }
  | { kind: "unlike-below"; node: string; value: ScaleValue; below: Tally }
  | { kind: "unlike-elsewhere"; node: string; value: ScaleValue; framework: string; there: Tally }
  | ({ kind: "cited-against" } & CitedAgainst);

interface Placed {
  node: string;
  code: string;
  value: ScaleValue;
}

/** What a node of a framework lacks; nothing for a heading. An answer without a level needs no grounds. */
export function gapOf({ own, isGroup }: TreeNode): AlignmentGap | null {
  if (isGroup) return null;
  if (!own || (own.level === null && own.without === null)) return "not-judged";
  if (own.without !== null) return "no-level";
  if (own.grounds > 0) return null;
  return own.lostGrounds > 0 ? "lost-grounds" : "no-grounds";
}

/**
 * The contradictions of a framework, in the order of its nodes. Nodes lie far apart at two steps or more of the scale and more than
 * half of it; on a scale without order nothing is far apart, and a class is *unlike* only where it does not occur at all.
 */
export function contradictionsOf(
  tree: FrameworkTree,
  all: readonly FrameworkTree[],
  citedAgainst: readonly CitedAgainst[],
): Contradiction[] {
  return tree.nodes.flatMap((node) => [
    ...farApart(tree, node.node),
    ...unlikeBelow(tree.scale, node),
    ...unlikeElsewhere(tree, node, all),
    ...citedAgainst.filter((cited) => cited.node === node.node.id).map((cited) => ({ kind: "cited-against" as const, ...cited })),
  ]);
}

function farApart({ scale, nodes }: FrameworkTree, parent: PolicyNode): Contradiction[] {
  const children = nodes.flatMap(({ node, code, own }): Placed[] =>
    node.parent === parent.id && own?.level != null ? [{ node: node.id, code, value: own.level }] : [],
  );
  const { spread } = tallyOf(
    scale,
    children.map(({ value }) => ({ level: value, without: null })),
  );
  const lowest = children.find(({ value }) => value === spread?.lowest);
  const highest = children.find(({ value }) => value === spread?.highest);
  const distance = lowest && highest && distanceOn(scale, lowest.value, highest.value);
  if (!distance || distance.steps < 2 || distance.share <= 0.5) return [];
  return [{ kind: "far-apart", node: parent.id, lowest, highest }];
}

function unlikeBelow(scale: Scale, { node, own, below }: TreeNode): Contradiction[] {
  if (own?.level == null || !below || fits(scale, own.level, below)) return [];
  return [{ kind: "unlike-below", node: node.id, value: own.level, below }];
}

function unlikeElsewhere({ scale }: FrameworkTree, { node, own }: TreeNode, all: readonly FrameworkTree[]): Contradiction[] {
  const there = all.find(({ framework }) => framework.id === node.elaboratedIn);
  if (own?.level == null || !there || there.scale.id !== scale.id || fits(scale, own.level, there.all)) return [];
  return [{ kind: "unlike-elsewhere", node: node.id, value: own.level, framework: there.framework.id, there: there.all }];
}

/** Whether a level is one that the others could bear: between their lowest and highest, or on a scale without order one of theirs. */
function fits(scale: Scale, level: ScaleValue, { judged, spread, levels }: Tally): boolean {
  if (judged === 0) return true;
  if (!spread) return levels.some(({ value, count }) => value === level && count > 0);
  const inner = distanceOn(scale, spread.lowest, spread.highest)?.share ?? 0;
  const toLowest = distanceOn(scale, spread.lowest, level)?.share ?? 0;
  const toHighest = distanceOn(scale, level, spread.highest)?.share ?? 0;
  return toLowest + toHighest <= inner + 1e-9;
}
