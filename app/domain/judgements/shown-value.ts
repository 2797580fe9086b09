import type { LocalText } from "~/domain/local-text";
import { labelOnScale, levelsOf, numberOnScale, type Scale } from "~/domain/protocol/scales";
import { type Judged, valueOf } from "./value";

/**
 * A value as a table shows it: the number first where the scale has one, the label, and where it lies on the scale from 0 to 1;
 * null = nowhere, since the scale has no order or the answer has no level.
 */
export interface ShownValue {
  number: number | null;
  label: LocalText | null;
  place: number | null;
}

/** How a judgement is shown; null when nothing was judged. */
export function shownValue(scale: Scale | null, judged: Judged): ShownValue | null {
  const value = valueOf(judged);
  if (value === null) return null;
  if (!scale || judged.level === null) return { number: null, label: scale && labelOnScale(scale, value), place: null };
  const number = numberOnScale(scale, value);
  return { number, label: labelOnScale(scale, value), place: number === null ? null : placeOf(scale, number) };
}

function placeOf(scale: Scale, number: number): number | null {
  const [low, high] = boundsOf(scale);
  return low === null || high === null || high === low ? null : (number - low) / (high - low);
}

function boundsOf(scale: Scale): [number | null, number | null] {
  if (scale.kind === "numeric") return [scale.min, scale.max];
  const numbers = levelsOf(scale).flatMap(({ value }) => (value === null ? [] : [value]));
  return numbers.length === 0 ? [null, null] : [Math.min(...numbers), Math.max(...numbers)];
}

/** The lowest and the highest of several judgements on an ordered scale; null where fewer than two have a number. */
export function rangeOf(scale: Scale | null, judgements: readonly Judged[]): { low: number; high: number } | null {
  const numbers = judgements.flatMap(({ level }) => {
    const number = scale && level !== null ? numberOnScale(scale, level) : null;
    return number === null ? [] : [number];
  });
  return numbers.length < 2 ? null : { low: Math.min(...numbers), high: Math.max(...numbers) };
}

/**
 * The mean of what counts of one subject over criteria that share one ordered scale: null where the scales differ or have no order.
 * Answers without a level are left out; `n` says how many values were averaged.
 */
export function meanOf(cells: readonly { scale: Scale | null; judged: Judged | null }[]): { mean: number; n: number } | null {
  const scales = new Set(cells.map(({ scale }) => scale?.id));
  if (scales.size !== 1) return null;
  const numbers = cells.flatMap(({ scale, judged }) => {
    const number = scale && judged?.level != null ? numberOnScale(scale, judged.level) : null;
    return number === null ? [] : [number];
  });
  return numbers.length === 0 ? null : { mean: numbers.reduce((sum, number) => sum + number, 0) / numbers.length, n: numbers.length };
}
