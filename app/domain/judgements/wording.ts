import type { LocalText } from "~/domain/local-text";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { extraValuesOf, levelsOf, type Scale } from "~/domain/protocol/scales";

/**
 * Whether a criterion is worded otherwise now than when something was judged on it: its title, its description, the levels of its scale, what
 * they mean, or the range of a number. A translation that was added is no other wording.
 */
export function isReworded(judgedBy: Protocol, now: Protocol, criterionId: string): boolean {
  if (judgedBy === now) return false;
  const [before, after] = [findCriterion(judgedBy, criterionId), findCriterion(now, criterionId)];
  return (
    (before?.description === undefined) !== (after?.description === undefined) ||
    !isSameText(before?.title ?? {}, after?.title ?? {}) ||
    !isSameText(before?.description ?? {}, after?.description ?? {}) ||
    isScaleReworded(judgedBy, now, criterionId)
  );
}

/** Whether it is the scale of a criterion that is worded otherwise: its levels, what they mean, or the range of a number. */
export function isScaleReworded(judgedBy: Protocol, now: Protocol, criterionId: string): boolean {
  const [before, after] = [textsOf(scaleOf(judgedBy, criterionId)), textsOf(scaleOf(now, criterionId))];
  return before.shape !== after.shape || before.texts.some((text, place) => !isSameText(text, after.texts[place] ?? {}));
}

/** The texts of a scale in a fixed order, and what says which text is of what. */
function textsOf(scale: Scale | null): { shape: string; texts: LocalText[] } {
  const named = scale === null ? [] : [...levelsOf(scale), ...extraValuesOf(scale).map((extra) => ({ ...extra, value: null }))];
  const anchors = scale?.kind === "numeric" ? (scale.anchors ?? []) : [];
  return {
    shape: JSON.stringify([
      scale && rangeOf(scale),
      named.map(({ key, value, anchor }) => [key, value, Boolean(anchor)]),
      anchors.map(({ at }) => at),
    ]),
    texts: [
      ...named.flatMap(({ label, anchor }) => [label, anchor ?? {}]),
      ...anchors.map(({ text }) => text),
      scale?.kind === "numeric" ? (scale.unit ?? {}) : {},
    ],
  };
}

function rangeOf(scale: Scale): unknown[] {
  return scale.kind === "numeric" ? [scale.kind, scale.min, scale.max, scale.step] : [scale.kind];
}

/** Whether two texts are the same in every language that both have. */
function isSameText(one: LocalText, other: LocalText): boolean {
  return Object.entries(one).every(([language, text]) => (other[language] ?? text) === text);
}
