import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import type { PictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import { criterionFrame as frame } from "./criterion-frame";
import { cellWords } from "./heatmap-words";
import { countingOf, type RatedCriterion, type RatedSubject } from "./rated";
import type { ScaleAxis } from "./scale-axis";
import { tallyOf } from "./tally";

/** How many subjects have each level, as bars with their number; none on an axis that has more numbers than places. */
export function barShapes(
  rows: readonly RatedSubject[],
  scale: Scale,
  axis: ScaleAxis,
  from: number,
  { say }: PictureWords,
): { shapes: Shape[]; end: number } {
  const counted = tallyOf(
    scale,
    rows.map(({ cells }) => (cells[0] ? countingOf(cells[0]) : null)),
  );
  const countAt = (level: string | number | null) => counted.levels.find(({ value }) => value === level)?.count ?? 0;
  const places = axis.places.flatMap(({ x, judged }) => (judged ? [{ x, count: countAt(judged.level) }] : []));
  const most = Math.max(1, ...places.map(({ count }) => count));
  if (places.length === 0) return { shapes: [], end: from };
  const foot = from + 14 + frame.bars;
  const width = Math.min(26, (frame.to - frame.from) / places.length - 6);
  return {
    end: foot,
    shapes: [
      { kind: "text", x: frame.edge, y: foot - 2, text: say("pictures.criterion.counts"), small: true, soft: true },
      {
        kind: "line",
        points: [
          { x: frame.from - 14, y: foot },
          { x: frame.to + 14, y: foot },
        ],
        stroke: "soft",
      },
      ...places.flatMap(({ x, count }): Shape[] => {
        const height = (count / most) * (frame.bars - 14);
        return [
          ...(count === 0 ? [] : [{ kind: "box", x: x - width / 2, y: foot - height, width, height, tone: "level2" } as const]),
          { kind: "text", x, y: Math.round(foot - height - 4), text: String(count), small: true, middle: true },
        ];
      }),
    ],
  };
}

/** Whoever has no place on the axis, by why. */
export function apartShapes(
  rows: readonly RatedSubject[],
  criterion: RatedCriterion,
  words: PictureWords,
  from: number,
): { shapes: Shape[]; end: number } {
  const groups = new Map<string, RatedSubject[]>();
  for (const row of rows) {
    const why = row.cells[0] ? cellWords(row.cells[0], criterion, words) : "";
    groups.set(why, [...(groups.get(why) ?? []), row]);
  }
  let y = from;
  const shapes = [...groups].flatMap(([why, own]): Shape[] => {
    const names = own.map(({ code, name }) => `${code} ${words.text(name)}`).join(", ");
    const lines = wrapWords(`${why} (${own.length}): ${names}`, frame.width - 2 * frame.edge);
    y += lines.length * pictureText.line + 4;
    const top = y - lines.length * pictureText.line - 4;
    return lines.map((text, at) => ({ kind: "text", x: frame.edge, y: Math.round(top + 13 + at * pictureText.line), text }));
  });
  return { shapes, end: y };
}
