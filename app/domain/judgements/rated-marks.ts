import type { Shape } from "~/domain/document/picture";
import { smallLine, widthOfSmall } from "~/domain/pictures/lines";
import type { PictureWords } from "~/domain/pictures/words";
import { countingOf, givenOf, type RatedCell } from "./rated";
import type { ScaleAxis } from "./scale-axis";

/**
 * A cell on the axis of its scale: a diamond for the agreed value, a ring for what a rater gave elsewhere, and on an ordered scale a line from the
 * lowest to the highest rater.
 */
export function ratedMarks(cell: RatedCell, axis: ScaleAxis, y: number): Shape[] {
  const counting = countingOf(cell);
  const agreed = counting && axis.xOf(counting);
  const given = [...new Set(givenOf(cell).flatMap((judged) => axis.xOf(judged) ?? []))];
  const [low, high] = [Math.min(...given), Math.max(...given)];
  const inset = (x: number) => (x === agreed ? 0 : 4.5);
  const ends = [
    { x: low + inset(low), y },
    { x: high - inset(high), y },
  ];
  const span: Shape[] = axis.isOrdered && low < high ? [{ kind: "line", points: ends, stroke: "ink", heavy: true }] : [];
  return [
    ...span,
    ...given.filter((x) => x !== agreed).map((x): Shape => ({ kind: "mark", x, y, size: 9, form: "ring", stroke: "ink" })),
    ...(agreed === null ? [] : [{ kind: "mark", x: agreed, y, size: 11, form: "diamond", stroke: "ink" } as const]),
  ];
}

/** A mark with what it means. */
export interface MarkMeaning {
  form: "diamond" | "ring" | "triangle" | "line";
  words: string;
}

/** What the marks mean, beside each other. */
export function marksLegend(meanings: readonly MarkMeaning[], from: number, left: number, right: number): { shapes: Shape[]; end: number } {
  let [x, y] = [left, from];
  const shapes = meanings.flatMap(({ form, words }): Shape[] => {
    const width = 26 + widthOfSmall(words) + 18;
    if (x > left && x + width > right) [x, y] = [left, y + smallLine + 6];
    const at = { x: x + 9, y: y + 7 };
    const sign: Shape =
      form === "line"
        ? {
            kind: "line",
            points: [
              { x, y: at.y },
              { x: x + 18, y: at.y },
            ],
            stroke: "ink",
            heavy: true,
          }
        : { kind: "mark", ...at, size: 10, form, stroke: form === "triangle" ? "ground" : "ink" };
    x += width;
    return [sign, { kind: "text", x: at.x + 15, y: y + 11, text: words, small: true }];
  });
  return { shapes, end: y + smallLine + 8 };
}

/** The marks of ratings in words. */
export function ratingMeanings({ say }: PictureWords, isOrdered: boolean): MarkMeaning[] {
  return [
    { form: "diamond", words: say("pictures.rated.agreed") },
    { form: "ring", words: say("pictures.rated.rater") },
    ...(isOrdered ? [{ form: "line", words: say("pictures.rated.span") } as const] : []),
  ];
}
