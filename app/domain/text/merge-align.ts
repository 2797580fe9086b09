import { commonOf } from "./common-of";

/** For each entry of a first list the place of its partner in a second, or -1. Partners stand in the same order in both. */
export type Pairing = readonly number[];

/** A stretch of three lists: `[from, to)` in each. `paired` = one entry of the base with its partner on both sides. */
export interface Stretch {
  paired: boolean;
  base: readonly [number, number];
  theirs: readonly [number, number];
  mine: readonly [number, number];
}

/** More differences than this are not looked through: what stands between equal beginnings and ends then counts as replaced. */
const mostDifferences = 1_000;

/** Pairs what is equal in two lists, as much as possible of it in the same order (Myers 1986). */
export function pairEqual(base: readonly string[], other: readonly string[]): number[] {
  const pairing = base.map(() => -1);
  let start = 0;
  let [end, otherEnd] = [base.length, other.length];
  while (start < end && start < otherEnd && base[start] === other[start]) start += 1;
  while (end > start && otherEnd > start && base[end - 1] === other[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1];
  for (let at = 0; at < start; at += 1) pairing[at] = at;
  for (let at = end; at < base.length; at += 1) pairing[at] = at - end + otherEnd;
  for (const [at, partner] of commonOf(base.slice(start, end), other.slice(start, otherEnd), mostDifferences))
    pairing[at + start] = partner + start;
  return pairing;
}

/**
 * Cuts three lists into stretches, where the base has a partner on both sides and where not. Partners that are all `weak` (a space, a
 * comma) hold nothing together: between two loose stretches they belong to them.
 */
export function cutInThree(
  lengths: { base: number; theirs: number; mine: number },
  toTheirs: Pairing,
  toMine: Pairing,
  isWeak: (at: number) => boolean = () => false,
): Stretch[] {
  const pairs = Array.from({ length: lengths.base }, (_, base) => [base, toTheirs[base] ?? -1, toMine[base] ?? -1] as const).filter(
    ([, theirs, mine]) => theirs !== -1 && mine !== -1,
  );
  const runs = runsOf(pairs);
  const holding = runs.filter((run, at) => run.some(([base]) => !isWeak(base)) || isAtAnEnd(run, at, runs.length, lengths));
  const stretches: Stretch[] = [];
  let from: Triple = [0, 0, 0];
  for (const run of [...holding, [[lengths.base, lengths.theirs, lengths.mine] as const]]) {
    const to = run[0] ?? from;
    if (to.some((each, side) => each > (from[side] ?? 0))) stretches.push(stretch(from, to, false));
    if (run[0]?.[0] === lengths.base) break;
    for (const pair of run) stretches.push(stretch(pair, after(pair), true));
    from = after(run.at(-1) ?? from);
  }
  return stretches;
}

type Triple = readonly [number, number, number];

const after = ([base, theirs, mine]: Triple): Triple => [base + 1, theirs + 1, mine + 1];

function stretch(from: Triple, to: Triple, paired: boolean): Stretch {
  return { paired, base: [from[0], to[0]], theirs: [from[1], to[1]], mine: [from[2], to[2]] };
}

/** Pairs that follow each other directly on all three sides. */
function runsOf(pairs: readonly Triple[]): Triple[][] {
  const runs: Triple[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    const follows = last !== undefined && after(last).every((each, side) => each === pair[side]);
    if (follows) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

function isAtAnEnd(run: readonly Triple[], at: number, count: number, lengths: { base: number; theirs: number; mine: number }): boolean {
  const starts = at === 0 && run[0]?.every((each) => each === 0) === true;
  const ends = [lengths.base, lengths.theirs, lengths.mine];
  return starts || (at === count - 1 && after(run.at(-1) ?? [0, 0, 0]).every((each, side) => each === ends[side]));
}
