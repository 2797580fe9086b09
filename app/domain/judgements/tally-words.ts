import type { PictureWords } from "~/domain/pictures/words";
import { labelOnScale, type Scale, type ScaleValue } from "~/domain/protocol/scales";
import type { Tally } from "./tally";

type Words = Pick<PictureWords, "say" | "text" | "number">;

/** A value as it is written: the label of its level or class, or the number itself. */
export function valueWords(scale: Scale, value: ScaleValue, { text, number }: Words): string {
  const label = labelOnScale(scale, value);
  if (label) return text(label);
  return typeof value === "number" ? number(value) : value;
}

/** How many of each value: "Direct 2, Partly 1"; values that nobody gave are left out. */
export function countWords(counts: Tally["levels"], words: Words): string {
  const given = counts.filter(({ count }) => count > 0);
  return given
    .map(({ value, label, count }) =>
      words.say("pictures.tally.count", { value: label ? words.text(label) : words.number(Number(value)), count }),
    )
    .join(", ");
}

/** From the lowest to the highest level with the middle one, or the one level that all have; "" on a scale without order. */
export function spreadWords(scale: Scale, { spread, judged }: Tally, words: Words): string {
  if (!spread || judged < 2) return "";
  const [lowest, highest] = [valueWords(scale, spread.lowest, words), valueWords(scale, spread.highest, words)];
  if (spread.lowest === spread.highest) return words.say("pictures.tally.same", { value: lowest });
  const [before, after] = spread.middle.map((value) => valueWords(scale, value, words));
  const middle = before === after ? (before ?? "") : words.say("pictures.tally.between", { before: before ?? "", after: after ?? "" });
  return words.say("pictures.tally.spread", { lowest, highest, middle });
}

/** Where the levels lie, in short: one level, from the lowest to the highest, or on a scale without order the classes that occur. */
export function rangeWords(scale: Scale, { spread, levels }: Tally, words: Words): string {
  if (!spread) return countWords(levels, words);
  const [lowest, highest] = [valueWords(scale, spread.lowest, words), valueWords(scale, spread.highest, words)];
  return spread.lowest === spread.highest ? lowest : words.say("pictures.tally.range", { lowest, highest });
}

/** A tally in words: how many were judged with a level, how many of each, where they lie, and what has none. */
export function tallyWords(scale: Scale, tally: Tally, words: Words): string {
  const { judged, subjects, open, levels, without } = tally;
  const parts = [
    words.say("pictures.tally.judged", { judged, subjects }),
    countWords(levels, words),
    spreadWords(scale, tally, words),
    countWords(without, words),
    open > 0 ? words.say("pictures.tally.open", { count: open }) : "",
  ];
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}
