import type { PictureWords } from "~/domain/pictures/words";
import { levelsOf, numberOnScale, type Scale } from "~/domain/protocol/scales";
import type { Judged } from "./value";
import { valueSigns } from "./value-signs";

/** A place on the axis of a scale with the value that lies there. */
export interface AxisPlace {
  x: number;
  short: string;
  /** In words; "" where the number says it all. */
  label: string;
  /** The value; null on an axis that has more numbers than places. */
  judged: Judged | null;
}

/** A scale drawn from left to right: `isOrdered` = what lies further right is higher; else the places are classes beside each other. */
export interface ScaleAxis {
  isOrdered: boolean;
  places: readonly AxisPlace[];
  /** Where a value lies; null for an answer without a level. */
  xOf: (judged: Judged) => number | null;
}

/** More numbers than this are not each marked on an axis. */
const mostPlaces = 11;

/** The axis of a scale between two edges. */
export function scaleAxis(scale: Scale, words: PictureWords, { from, to }: { from: number; to: number }): ScaleAxis {
  const signs = valueSigns(scale, words);
  if (scale.kind === "numeric") return numericAxis(scale, words, { from, to });
  const levels = levelsOf(scale);
  const numbers = levels.map(({ value }) => value);
  const isOrdered = numbers.every((number) => number !== null);
  const [low, high] = [Math.min(...numbers.map(Number)), Math.max(...numbers.map(Number))];
  const xAt = (place: number) => {
    if (isOrdered) return from + ((Number(numbers[place]) - low) / (high - low)) * (to - from);
    return from + ((place + 0.5) / levels.length) * (to - from);
  };
  const places = levels.map(({ key, label }, at): AxisPlace => {
    const judged = { level: key, without: null };
    return { x: xAt(at), short: signs.short(judged), label: words.text(label), judged };
  });
  const inOrder = isOrdered ? places.toSorted((one, other) => one.x - other.x) : places;
  return { isOrdered, places: inOrder, xOf: ({ level }) => places.find(({ judged }) => judged?.level === level)?.x ?? null };
}

function numericAxis(
  scale: Extract<Scale, { kind: "numeric" }>,
  { number }: PictureWords,
  { from, to }: { from: number; to: number },
): ScaleAxis {
  const { min, max, step } = scale;
  const steps = Math.round((max - min) / step);
  const isEach = steps < mostPlaces;
  const count = isEach ? steps : 4;
  const xAt = (value: number) => from + ((value - min) / (max - min)) * (to - from);
  const places = Array.from({ length: count + 1 }, (_, at): AxisPlace => {
    const value = isEach ? min + at * step : min + (at / count) * (max - min);
    return { x: xAt(value), short: number(value), label: "", judged: isEach ? { level: value, without: null } : null };
  });
  const xOf = ({ level }: Judged) => {
    const value = level === null ? null : numberOnScale(scale, level);
    return value === null ? null : xAt(value);
  };
  return { isOrdered: true, places, xOf };
}
