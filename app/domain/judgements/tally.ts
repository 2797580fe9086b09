import type { LocalText } from "~/domain/local-text";
import { extraValuesOf, levelsOf, numberOnScale, type Scale, type ScaleValue } from "~/domain/protocol/scales";
import type { Judged } from "./value";

/** How often one value was given; `label` is null for a number on a numeric scale, which is written by the reader's locale. */
export interface ValueCount {
  value: ScaleValue;
  label: LocalText | null;
  count: number;
}

/**
 * The lowest and highest level given, and the middle ones by the order of the scale: of an even number of judgements the two in the
 * middle, which may be the same. Nothing is averaged, so that no level comes out that nobody gave.
 */
export interface Spread {
  lowest: ScaleValue;
  highest: ScaleValue;
  middle: readonly [ScaleValue, ScaleValue];
}

/**
 * How a number of subjects was judged on one scale. Answers without a level are told apart (`without`) and counted in no level;
 * `open` = not judged yet. `spread` is null on a scale without order and where no level was given.
 */
export interface Tally {
  subjects: number;
  judged: number;
  open: number;
  levels: ValueCount[];
  without: ValueCount[];
  spread: Spread | null;
}

/**
 * Counts judgements on one scale: per level or class in the order of the protocol, or on a numeric scale per number that was given,
 * highest first. A level that the scale no longer has is counted as not judged.
 */
export function tallyOf(scale: Scale, given: readonly (Judged | null)[]): Tally {
  const levels = given.flatMap((judged) => (judged?.level != null && hasLevel(scale, judged.level) ? [judged.level] : []));
  const without = given.flatMap((judged) => (judged?.without != null ? [judged.without] : []));
  const kinds = scale.kind === "numeric" ? numbersOf(levels) : levelsOf(scale).map(({ key, label }) => ({ value: key, label }));
  return {
    subjects: given.length,
    judged: levels.length,
    open: given.length - levels.length - without.length,
    levels: counted(kinds, levels),
    without: counted(
      extraValuesOf(scale).map(({ key, label }) => ({ value: key, label })),
      without,
    ),
    spread: spreadOf(scale, levels),
  };
}

const hasLevel = (scale: Scale, level: ScaleValue) =>
  scale.kind === "numeric" ? typeof level === "number" : levelsOf(scale).some(({ key }) => key === level);

const numbersOf = (levels: readonly ScaleValue[]) =>
  [...new Set(levels)].toSorted((one, other) => Number(other) - Number(one)).map((value) => ({ value, label: null }));

function counted(kinds: readonly { value: ScaleValue; label: LocalText | null }[], values: readonly ScaleValue[]): ValueCount[] {
  return kinds.map((kind) => ({ ...kind, count: values.filter((value) => value === kind.value).length }));
}

function spreadOf(scale: Scale, levels: readonly ScaleValue[]): Spread | null {
  const inOrder = levels.toSorted((one, other) => (numberOnScale(scale, one) ?? 0) - (numberOnScale(scale, other) ?? 0));
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  const [before, after] = [inOrder[Math.ceil(inOrder.length / 2) - 1], inOrder[Math.floor(inOrder.length / 2)]];
  const isOrdered = scale.kind === "ordinal" || scale.kind === "numeric";
  if (!isOrdered || lowest === undefined || highest === undefined || before === undefined || after === undefined) return null;
  return { lowest, highest, middle: [before, after] };
}

/**
 * How far two levels of an ordered scale lie apart: in steps, and as a share of the whole scale (0–1). Null on a scale without order
 * and for a value that has no level on it.
 */
export function distanceOn(scale: Scale, one: ScaleValue, other: ScaleValue): { steps: number; share: number } | null {
  const [low, high] = [numberOnScale(scale, one), numberOnScale(scale, other)];
  if (low === null || high === null) return null;
  if (scale.kind === "numeric") {
    const steps = Math.round(Math.abs(high - low) / scale.step);
    return { steps, share: Math.abs(high - low) / (scale.max - scale.min) };
  }
  const numbers = levelsOf(scale)
    .flatMap(({ value }) => (value === null ? [] : [value]))
    .toSorted((a, b) => a - b);
  const steps = Math.abs(numbers.indexOf(high) - numbers.indexOf(low));
  return { steps, share: steps / (numbers.length - 1) };
}
