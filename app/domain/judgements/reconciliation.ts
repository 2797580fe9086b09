import { groupBy } from "~/domain/evidence/graph";
import type { Rules } from "~/domain/protocol/rules";
import { levelsOf, numberOnScale, type NumericScale, type Scale, type ScaleKind, type ScaleValue } from "~/domain/protocol/scales";
import type { z } from "zod";
import { type Judged, valueOf } from "./value";

/** How raters' values become one. `discussion` computes nothing: the lead writes down what was agreed, and why. */
export const reconciliationWays = ["discussion", "median", "mean", "majority"] as const;
/** How raters' values become one. */
export type ReconciliationWay = (typeof reconciliationWays)[number];

const ruleOf: Record<ScaleKind, keyof Rules["reconciliation"]> = {
  ordinal: "ordinal",
  nominal: "nominal",
  numeric: "numeric",
  "yes-no": "yesNo",
};

/** The protocol's way for a kind of scale; discussion where it names none. */
export function wayFor(rules: Pick<Rules, "reconciliation">, kind: ScaleKind): ReconciliationWay {
  return rules.reconciliation[ruleOf[kind]] ?? "discussion";
}

/** Why a computed way gives no value, so that it is for discussion: too few raters gave a level, the middle lies between two, or no value has most. */
export type NoProposal = "too-few" | "tie" | "no-majority";

/**
 * What the protocol's way makes of the values of one cell. `value` is a level or number of the scale, null = to be discussed; `exact` is the
 * computed number where the scale has no such step, and `value` the nearest one (the higher of two as near).
 */
export interface Proposal {
  way: ReconciliationWay;
  value: ScaleValue | null;
  exact: number | null;
  why: NoProposal | null;
}

/**
 * The value that the way proposes. Answers without a level are no numbers and take no part in a median or mean; in a majority they are raters
 * who did not choose the value: more than half of all raters have to. At least two raters must have given a level.
 */
export function proposalOf(scale: Scale, way: ReconciliationWay, cell: readonly Judged[]): Proposal {
  const levels = cell.flatMap(({ level }) => (level === null ? [] : [level]));
  const none = (why: NoProposal | null): Proposal => ({ way, value: null, exact: null, why });
  if (way === "discussion") return none(null);
  if (levels.length < 2) return none("too-few");
  if (way === "majority") {
    const [most] = [...groupBy(levels, String).values()].toSorted((one, other) => other.length - one.length);
    const value = most && most.length * 2 > cell.length ? most[0] : undefined;
    return value === undefined ? none("no-majority") : { way, value, exact: null, why: null };
  }
  const numbers = levels.flatMap((level) => numberOnScale(scale, level) ?? []).toSorted((one, other) => one - other);
  if (numbers.length < 2) return none("too-few");
  const number = way === "mean" ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : middleOf(numbers);
  if (scale.kind === "numeric") return { way, ...onStep(scale, number), why: null };
  const level = levelsOf(scale).find(({ value }) => value === number);
  return level && level.value !== null && isMiddle(numbers, level.value) ? { way, value: level.key, exact: null, why: null } : none("tie");
}

/** The middle of numbers in order, of an even number half way between the middle two. */
function middleOf(numbers: readonly number[]): number {
  const half = numbers.length / 2;
  const high = numbers[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((numbers[half - 1] ?? high) + high) / 2 : high;
}

/** Whether the middle is a level that was given: half way between two different levels lies none, also where the scale happens to have one there. */
function isMiddle(numbers: readonly number[], middle: number): boolean {
  const half = numbers.length / 2;
  return !Number.isInteger(half) || (numbers[half - 1] === middle && numbers[half] === middle);
}

function onStep({ min, max, step }: z.infer<typeof NumericScale>, number: number): { value: number; exact: number | null } {
  const stepped = min + Math.round((number - min) / step + 1e-9) * step;
  const value = Number(Math.min(max, Math.max(min, stepped)).toPrecision(12));
  return { value, exact: Math.abs(value - number) < 1e-9 ? null : number };
}

/**
 * How far the values of one cell lie apart, from 0 (all the same) to 1 (as far as they could): on a scale with an order the difference between
 * the highest and the lowest as a share of its span; on one without order the Shannon entropy of the values over its highest for so many raters
 * and values (C. E. Shannon, A mathematical theory of communication, 1948). A level against an answer without one counts as 1.
 */
export function apartOf(scale: Scale | null, cell: readonly Judged[]): number {
  const values = cell.map(valueOf);
  if (new Set(values).size < 2) return 0;
  const levels = cell.flatMap(({ level }) => (level === null ? [] : [level]));
  if (levels.length > 0 && levels.length < cell.length) return 1;
  const numbers = scale === null ? [] : levels.flatMap((level) => numberOnScale(scale, level) ?? []);
  const span = scale === null ? 0 : spanOf(scale);
  if (numbers.length === cell.length && span > 0) return Math.min(1, (Math.max(...numbers) - Math.min(...numbers)) / span);
  return entropyOf(values.map(String), scale === null ? Infinity : levelsOf(scale).length || Infinity);
}

function spanOf(scale: Scale): number {
  if (scale.kind === "numeric") return scale.max - scale.min;
  const numbers = levelsOf(scale).flatMap(({ value }) => value ?? []);
  return numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);
}

function entropyOf(values: readonly string[], classes: number): number {
  const shares = [...groupBy(values, (value) => value).values()].map((group) => group.length / values.length);
  const entropy = shares.reduce((sum, share) => sum - share * Math.log(share), 0);
  return Math.min(1, entropy / Math.log(Math.max(2, Math.min(values.length, classes))));
}
