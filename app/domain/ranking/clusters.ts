import type { PlacedSubject } from "./score";

/** Profiles that were joined: a subject, or two parts that lie `height` apart (0 to 1) on average. The parts stand in the order of the subjects. */
export type ClusterNode =
  { kind: "leaf"; id: string } | { kind: "join"; height: number; ids: string[]; parts: readonly [ClusterNode, ClusterNode] };

/** Heights that differ by no more than this are equal: what is left over from counting with fractions. */
const sameHeight = 1e-9;

/**
 * How far two profiles lie apart, 0 to 1: the mean difference of their places over the criteria that both have (Gower, 1971, Biometrics 27, 857–871, for values with an
 * order). Null where they share none.
 */
export function profileDistance({ places }: PlacedSubject, other: PlacedSubject): number | null {
  let [sum, shared] = [0, 0];
  for (const [at, placed] of places.entries()) {
    const beside = other.places[at];
    if (!placed || !beside) continue;
    sum += Math.abs(placed.at - beside.at);
    shared += 1;
  }
  return shared === 0 ? null : sum / shared;
}

/** A part that is still to be joined, with the sum of its known distances to every other part and how many they are. */
interface Part {
  node: ClusterNode;
  sums: number[];
  counts: number[];
}

/**
 * Joins subjects by their profiles, the nearest first: hierarchical clustering with average linkage (Sokal and Michener, 1958, University of Kansas Science Bulletin 38,
 * 1409–1438). Distances that nobody knows are left out of an average; parts that share no criterion at all are joined last. Null for nobody.
 */
export function joinProfiles(subjects: readonly PlacedSubject[]): ClusterNode | null {
  const known = subjects.map((one) => subjects.map((other) => profileDistance(one, other)));
  const parts = subjects.map(({ id }, at): Part | null => ({
    node: { kind: "leaf", id },
    sums: (known[at] ?? []).map((distance) => distance ?? 0),
    counts: (known[at] ?? []).map((distance) => (distance === null ? 0 : 1)),
  }));
  for (let joined = 1; joined < subjects.length; joined += 1) joinNearest(parts);
  return parts.find((part) => part !== null)?.node ?? null;
}

function joinNearest(parts: (Part | null)[]): void {
  let nearest = { one: -1, other: -1, distance: Number.POSITIVE_INFINITY };
  for (const [one, part] of parts.entries()) {
    if (!part) continue;
    for (let other = one + 1; other < parts.length; other += 1) {
      const distance = parts[other] ? distanceTo(part, other) : Number.POSITIVE_INFINITY;
      if (distance < nearest.distance) nearest = { one, other, distance };
    }
  }
  const [left, right] = [parts[nearest.one], parts[nearest.other]];
  if (!left || !right) return;
  for (const part of parts) {
    if (!part) continue;
    part.sums[nearest.one] = (part.sums[nearest.one] ?? 0) + (part.sums[nearest.other] ?? 0);
    part.counts[nearest.one] = (part.counts[nearest.one] ?? 0) + (part.counts[nearest.other] ?? 0);
  }
  parts[nearest.one] = {
    node: joinOf(left.node, right.node, nearest.distance),
    sums: left.sums.map((sum, at) => sum + (right.sums[at] ?? 0)),
    counts: left.counts.map((count, at) => count + (right.counts[at] ?? 0)),
  };
  parts[nearest.other] = null;
}

/** The mean distance to another part; 1, the farthest that there is, where no distance is known. */
function distanceTo({ sums, counts }: Part, other: number): number {
  const count = counts[other] ?? 0;
  return count === 0 ? 1 : (sums[other] ?? 0) / count;
}

function joinOf(one: ClusterNode, other: ClusterNode, distance: number): ClusterNode {
  const height = Math.max(distance, heightOf(one), heightOf(other));
  return { kind: "join", height, ids: [...idsOf(one), ...idsOf(other)], parts: [one, other] };
}

/** How far apart the parts of a join lie; 0 for a single subject. */
export function heightOf(node: ClusterNode): number {
  return node.kind === "leaf" ? 0 : node.height;
}

/** The subjects of a part. */
export function idsOf(node: ClusterNode): string[] {
  return node.kind === "leaf" ? [node.id] : node.ids;
}

/** The groups of subjects whose profiles lie no further apart than that, on average. */
export function groupsWithin(node: ClusterNode, apart: number): string[][] {
  if (heightOf(node) <= apart + sameHeight || node.kind === "leaf") return [idsOf(node)];
  return node.parts.flatMap((part) => groupsWithin(part, apart));
}

/**
 * Where to cut a tree into groups: in the middle of the widest gap between two joins that follow each other (a large step between joins as the sign to stop:
 * Mojena, 1977, The Computer Journal 20, 359–363), with two groups at least and no more than half as many groups as subjects. Where all profiles are the same there is one group.
 */
export function widestGap(node: ClusterNode): number {
  const heights = heightsOf(node).toSorted((one, other) => one - other);
  const most = Math.max(2, Math.floor(idsOf(node).length / 2));
  const gaps = heights.slice(1).map((height, at) => ({ from: heights[at] ?? 0, to: height, groups: heights.length - at }));
  const fitting = gaps.filter(({ groups }) => groups <= most);
  const wide = fitting.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
  if (wide && wide.to - wide.from > sameHeight) return (wide.from + wide.to) / 2;
  return heightOf(node);
}

function heightsOf(node: ClusterNode): number[] {
  return node.kind === "leaf" ? [] : [node.height, ...node.parts.flatMap(heightsOf)];
}
