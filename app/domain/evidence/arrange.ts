import { groupBy } from "./graph";
import type { GraphView } from "./view";

/** How often the columns are gone through, from left to right and back. */
const sweeps = 8;

/**
 * The nodes of each column from top to bottom, ordered so that edges cross little: each node is moved towards the middle of those it is tied to
 * (the barycentre heuristic of K. Sugiyama, S. Tagawa and M. Toda, 1981, Methods for visual understanding of hierarchical system structures, IEEE
 * Transactions on Systems, Man, and Cybernetics 11), and of all orders tried that with the fewest crossings is kept. The same input gives the
 * same order; where edges say nothing, the order of the view stays.
 */
export function arrangeColumns({ nodes, edges }: GraphView): string[][] {
  const columns = columnsOf(nodes);
  const tied = tiesOf(nodes, edges);
  let best = columns;
  let fewest = countCrossings(columns, edges);
  let current = columns;
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    current = sweepOnce(current, sweep % 2 === 0 ? tied.below : tied.above, sweep % 2 === 0);
    const crossings = countCrossings(current, edges);
    if (crossings < fewest) [best, fewest] = [current, crossings];
  }
  return best;
}

function columnsOf(nodes: GraphView["nodes"]): string[][] {
  const width = nodes.reduce((most, { column }) => Math.max(most, column + 1), 0);
  return Array.from({ length: width }, (_, column) => nodes.filter((node) => node.column === column).map(({ key }) => key));
}

type Ties = ReadonlyMap<string, readonly string[]>;

/** What each node is tied to in the columns to its left and to its right. */
function tiesOf(nodes: GraphView["nodes"], edges: GraphView["edges"]): { below: Ties; above: Ties } {
  const column = new Map(nodes.map((node) => [node.key, node.column]));
  const rightwards = edges.filter(({ from, to }) => (column.get(from) ?? 0) < (column.get(to) ?? 0));
  const ties = (by: "from" | "to", other: "from" | "to") =>
    new Map([...groupBy(rightwards, (edge) => edge[by])].map(([key, found]) => [key, found.map((edge) => edge[other])]));
  return { below: ties("to", "from"), above: ties("from", "to") };
}

function sweepOnce(columns: readonly string[][], ties: Ties, rightwards: boolean): string[][] {
  const next = columns.map((column) => [...column]);
  const order = rightwards ? next.keys() : [...next.keys()].toReversed();
  for (const at of order) {
    const place = placesOf(next);
    const middle = (key: string) => mean((ties.get(key) ?? []).map((other) => place.get(other) ?? 0)) ?? place.get(key) ?? 0;
    const middles = new Map((next[at] ?? []).map((key) => [key, middle(key)]));
    next[at] = (next[at] ?? []).toSorted((one, other) => (middles.get(one) ?? 0) - (middles.get(other) ?? 0));
  }
  return next;
}

/** The place of each node in its column, from 0 at the top to 1 at the bottom, so that columns of other lengths compare. */
function placesOf(columns: readonly (readonly string[])[]): Map<string, number> {
  return new Map(columns.flatMap((column) => column.map((key, at) => [key, (at + 0.5) / column.length] as const)));
}

/** The mean of values, added in their own order: that in which edges come must not matter to the last digit. */
function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return sorted.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many pairs of edges between the same two columns cross. */
export function countCrossings(columns: readonly (readonly string[])[], edges: GraphView["edges"]): number {
  const place = new Map(columns.flatMap((keys, column) => keys.map((key, at) => [key, { column, at }] as const)));
  const placed = edges.flatMap((edge) => {
    const [from, to] = [place.get(edge.from), place.get(edge.to)];
    return from && to && from.column !== to.column ? [{ pair: `${from.column} ${to.column}`, from: from.at, to: to.at }] : [];
  });
  return [...groupBy(placed, ({ pair }) => pair).values()].reduce((sum, found) => sum + inversions(found), 0);
}

/** How many pairs stand in one order at the left and in the other at the right: counted in a Fenwick tree, n log n. */
function inversions(edges: readonly { from: number; to: number }[]): number {
  const sorted = edges.toSorted((one, other) => one.from - other.from || one.to - other.to);
  const size = sorted.reduce((most, { to }) => Math.max(most, to), 0) + 1;
  const tree = new Array<number>(size + 1).fill(0);
  let crossing = 0;
  for (const [seen, { to }] of sorted.entries()) {
    crossing += seen - sumUpTo(tree, to + 1);
    for (let at = to + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  }
  return crossing;
}

function sumUpTo(tree: readonly number[], end: number): number {
  let sum = 0;
  for (let at = end; at > 0; at -= at & -at) sum += tree[at] ?? 0;
  return sum;
}
