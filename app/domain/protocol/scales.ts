import type { LocalText } from "~/domain/local-text";
import type { ExtraValue, Scale } from "~/domain/protocol/scale-schemas";

export { ExtraValue, NominalScale, NumericScale, OrdinalScale, Scale, YesNoScale } from "~/domain/protocol/scale-schemas";

/** The name of a kind of scale. */
export type ScaleKind = Scale["kind"];

/** A value on a scale: the key of a level, class or extra value, `yes` or `no`; a number on a numeric scale. */
export type ScaleValue = string | number;

/** One level or class as it is listed: `value` is null where the scale has no order. */
export type ScaleLevel = { key: string; label: LocalText; anchor: LocalText | null; value: number | null };

/** The levels or classes of a scale in the order of the file, yes before no; none for a numeric scale. */
export function levelsOf(scale: Scale): ScaleLevel[] {
  switch (scale.kind) {
    case "ordinal":
      return scale.levels.map(({ key, label, anchor, value }) => ({ key, label, anchor: anchor ?? null, value }));
    case "nominal":
      return scale.classes.map(({ key, label, anchor }) => ({ key, label, anchor: anchor ?? null, value: null }));
    case "yes-no":
      return (["yes", "no"] as const).map((key) => ({ key, label: scale[key].label, anchor: scale[key].anchor ?? null, value: null }));
    case "numeric":
      return [];
  }
}

/** The answers without a level that the scale allows. */
export function extraValuesOf(scale: Scale): ExtraValue[] {
  return scale.extraValues ?? [];
}

/** Whether the value is one of the answers without a level. */
export function isExtraValue(scale: Scale, value: ScaleValue): boolean {
  return extraValuesOf(scale).some((extra) => extra.key === value);
}

/** The number behind a value: the level's on an ordinal scale, the value itself on a numeric one; null for everything that may not be counted with. */
export function numberOnScale(scale: Scale, value: ScaleValue): number | null {
  if (scale.kind === "numeric") return typeof value === "number" ? value : null;
  if (scale.kind !== "ordinal") return null;
  return scale.levels.find((level) => level.key === value)?.value ?? null;
}

/** The label of a value; for a number on a numeric scale null, since it is written by the reader's locale. */
export function labelOnScale(scale: Scale, value: ScaleValue): LocalText | null {
  const named = [...levelsOf(scale), ...extraValuesOf(scale)].find((level) => level.key === value);
  return named?.label ?? null;
}

/** Whether a value is one that can be given on the scale: a level, class or extra value by key, or on a numeric scale a number in its range and steps. */
export function isOnScale(scale: Scale, value: ScaleValue): boolean {
  if (typeof value === "string") return labelOnScale(scale, value) !== null;
  return scale.kind === "numeric" && isInSteps(scale, value);
}

/** Whether a number is in a range and on one of its steps. */
export function isInSteps({ min, max, step }: { min: number; max: number; step: number }, value: number): boolean {
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
}
