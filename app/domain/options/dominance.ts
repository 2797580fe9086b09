import type { Judged } from "~/domain/judgements/value";
import type { Criterion } from "~/domain/protocol/criteria";
import type { Option } from "~/domain/protocol/options";
import { numberOnScale, type Scale } from "~/domain/protocol/scales";

/** A criterion of options with its scale. */
export interface OptionCriterion {
  criterion: Criterion;
  scale: Scale;
}

/** An option with what counts of it on each criterion, by the id of the criterion. */
export interface JudgedOption {
  option: Option;
  judged: ReadonlyMap<string, Judged>;
}

/** Why a criterion has no part in the comparison of two options: its scale has no order, or one of them, or both, has no level on it. */
export type LeftOut = "no-order" | "first-without" | "second-without" | "both-without";

/**
 * How two options of one kind compare: `first` (or `second`) dominates, they are `equal` everywhere, each is better somewhere
 * (`trade-off`), or fewer criteria than `needed` were judged with a level for both (`too-few`).
 */
export interface PairComparison {
  first: string;
  second: string;
  verdict: "first" | "second" | "equal" | "trade-off" | "too-few";
  needed: number;
  /** The ids of the criteria by which option is better on them. */
  firstBetter: string[];
  secondBetter: string[];
  same: string[];
  leftOut: { criterion: string; why: LeftOut }[];
}

/** The number of criteria that two options must share before one is said to dominate: three, or all with an order where there are fewer. */
export function neededCriteria(criteria: readonly OptionCriterion[]): number {
  return Math.min(3, criteria.filter(({ scale }) => hasOrder(scale)).length);
}

const hasOrder = ({ kind }: Scale) => kind === "ordinal" || kind === "numeric";

/** Which way a criterion points: its own direction, else that of its scale, else that higher is better. */
export function directionOf({ criterion, scale }: OptionCriterion): "higher-is-better" | "lower-is-better" {
  const ofScale = scale.kind === "ordinal" || scale.kind === "numeric" ? scale.direction : undefined;
  return criterion.direction ?? ofScale ?? "higher-is-better";
}

/**
 * Compares two options by dominance (Pareto): one dominates when it is at least as good on every criterion that was judged with a level
 * for both, and better on one of them. Weights play no part; answers without a level and scales without order are left out and named.
 * Options of different kinds are not compared: null.
 */
export function comparePair(one: JudgedOption, other: JudgedOption, criteria: readonly OptionCriterion[]): PairComparison | null {
  if (one.option.kind !== other.option.kind) return null;
  const sides = criteria.map((criterion) => ({ id: criterion.criterion.id, side: sideOf(one, other, criterion) }));
  const on = (side: string) => sides.filter((each) => each.side === side).map(({ id }) => id);
  const [firstBetter, secondBetter, same] = [on("first"), on("second"), on("same")];
  const leftOut = sides.flatMap(({ id, side }) => (isLeftOut(side) ? [{ criterion: id, why: side }] : []));
  const needed = neededCriteria(criteria);
  const shared = firstBetter.length + secondBetter.length + same.length;
  const verdict = verdictOf({ first: firstBetter.length, second: secondBetter.length, shared, needed });
  return { first: one.option.id, second: other.option.id, verdict, needed, firstBetter, secondBetter, same, leftOut };
}

const reasons: readonly string[] = ["no-order", "first-without", "second-without", "both-without"] satisfies LeftOut[];
const isLeftOut = (side: string): side is LeftOut => reasons.includes(side);

function sideOf(one: JudgedOption, other: JudgedOption, criterion: OptionCriterion): "first" | "second" | "same" | LeftOut {
  const { scale } = criterion;
  if (!hasOrder(scale)) return "no-order";
  const numberOf = ({ judged }: JudgedOption) => {
    const level = judged.get(criterion.criterion.id)?.level ?? null;
    return level === null ? null : numberOnScale(scale, level);
  };
  const [first, second] = [numberOf(one), numberOf(other)];
  if (first === null) return second === null ? "both-without" : "first-without";
  if (second === null) return "second-without";
  if (first === second) return "same";
  return first > second === (directionOf(criterion) === "higher-is-better") ? "first" : "second";
}

function verdictOf({ first, second, shared, needed }: { first: number; second: number; shared: number; needed: number }) {
  if (shared < needed || shared === 0) return "too-few";
  if (first > 0 && second > 0) return "trade-off";
  if (first === 0 && second === 0) return "equal";
  return first > 0 ? "first" : "second";
}

/** Every pair of options of the same kind, in the order of the protocol; none across kinds. */
export function comparePairs(options: readonly JudgedOption[], criteria: readonly OptionCriterion[]): PairComparison[] {
  return options.flatMap((one, at) => options.slice(at + 1).flatMap((other) => comparePair(one, other, criteria) ?? []));
}
