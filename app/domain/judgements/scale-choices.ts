import { type LocalText, textIn } from "~/domain/local-text";
import { isSameWord } from "~/domain/judgements/value";
import { extraValuesOf, isInSteps, levelsOf, type Scale } from "~/domain/protocol/scales";

/** One choice on a scale in one language: `mark` is its number, null where the scale has no order. */
export interface ScaleChoice {
  value: string;
  label: string;
  mark: string | null;
  anchor?: string | undefined;
}

/** A scale as a form asks it in one language: its levels, the answers without a level apart, and the bounds of a numeric one with its anchors in words. */
export interface ScaleChoices {
  title: string;
  levels: ScaleChoice[];
  others: ScaleChoice[];
  numeric: { min: number; max: number; step: number; unit: string; anchors: { at: number; text: string }[] } | null;
}

/** A scale in one language. */
export function scaleChoices(scale: Scale, language: string, fallbackOrder: readonly string[]): ScaleChoices {
  const say = (text: LocalText | undefined) => textIn(text, language, fallbackOrder);
  const choice = (
    { key, label, anchor }: { key: string; label: LocalText; anchor?: LocalText | null | undefined },
    mark: string | null,
  ): ScaleChoice => ({
    value: key,
    label: say(label),
    mark,
    ...(anchor && { anchor: say(anchor) }),
  });
  const numeric =
    scale.kind === "numeric"
      ? {
          min: scale.min,
          max: scale.max,
          step: scale.step,
          unit: say(scale.unit),
          anchors: (scale.anchors ?? []).map(({ at, text }) => ({ at, text: say(text) })),
        }
      : null;
  return {
    title: say(scale.title),
    levels: levelsOf(scale).map((level) => choice(level, level.value === null ? null : String(level.value))),
    others: extraValuesOf(scale).map((extra) => choice(extra, null)),
    numeric,
  };
}

/** Whether what was typed can be given on a scale that was asked so: one of its choices, or a number in its range and steps. Nothing typed can. */
export function canBeGiven({ levels, others, numeric }: ScaleChoices, typed: string, readNumber: (text: string) => number | null): boolean {
  const text = typed.trim();
  if (text === "" || [...levels, ...others].some(({ value }) => value === text)) return true;
  if (!numeric) return false;
  if (others.some(({ label }) => isSameWord(label, text))) return true;
  const number = readNumber(text);
  return number !== null && isInSteps(numeric, number);
}
