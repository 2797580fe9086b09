import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import type { Drawn } from "~/domain/pictures/drawn";
import { linesAtMost, smallLine, smallLinesAtMost } from "~/domain/pictures/lines";
import type { PictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import { apartShapes, barShapes } from "./criterion-counts";
import { criterionFrame as frame } from "./criterion-frame";
import { heatmapTable, orderWords } from "./heatmap-words";
import { countingOf, givenOf, type RatedCell, type RatedCriterion, type RatedSubject } from "./rated";
import { marksLegend, ratedMarks, ratingMeanings } from "./rated-marks";
import { scaleAxis, type ScaleAxis } from "./scale-axis";
import type { ShownHeatmap } from "./shown-heatmap";
import { valueSigns } from "./value-signs";

/**
 * Every subject on one criterion: its agreed value on the axis of the scale with the span of its raters, how many have each level, and apart
 * below it whoever has no level, is blind or was not rated.
 */
export function drawCriterion(shown: ShownHeatmap, words: PictureWords): Drawn {
  const criterion = shown.criteria[0];
  const scale = criterion?.scale;
  const title = criterion ? `${criterion.code} ${words.text(criterion.title)}` : "";
  const table = heatmapTable(shown, words);
  if (!criterion || !scale) return { picture: { title, description: title, width: 1, height: 1, shapes: [] }, table };
  const axis = scaleAxis(scale, words, frame);
  const onAxis = shown.rows.filter(({ cells }) => hasPlace(cells[0], axis));
  const head = headShapes(title, scale, axis, words, orderWords(shown, words));
  const rowsEnd = head.end + onAxis.length * frame.row;
  const bars = barShapes(shown.rows, scale, axis, rowsEnd, words);
  const legend = marksLegend(ratingMeanings(words, axis.isOrdered), bars.end + 8, frame.edge, frame.width - frame.edge);
  const apart = apartShapes(
    shown.rows.filter(({ cells }) => !hasPlace(cells[0], axis)),
    criterion,
    words,
    legend.end + 6,
  );
  return {
    table,
    picture: {
      title,
      description: descriptionOf(shown, criterion, words),
      width: frame.width,
      height: apart.end + 4,
      shapes: [
        ...head.shapes,
        ...gridShapes(axis, head.end, rowsEnd),
        ...onAxis.flatMap((row, at) => rowShapes(row, scale, axis, head.end + at * frame.row, words)),
        ...bars.shapes,
        ...legend.shapes,
        ...apart.shapes,
      ],
    },
  };
}

/** Whether anything of a cell lies on the axis: its agreed value, or what a rater gave while they differ. */
function hasPlace(cell: RatedCell | undefined, axis: ScaleAxis): boolean {
  if (!cell) return false;
  const counting = countingOf(cell);
  return [...(counting ? [counting] : givenOf(cell))].some((judged) => axis.xOf(judged) !== null);
}

function descriptionOf({ rows }: ShownHeatmap, { scale }: RatedCriterion, { say, text }: PictureWords): string {
  const cells = rows.flatMap(({ cells: own }) => own.slice(0, 1));
  const count = (fits: (cell: RatedCell) => boolean) => cells.filter(fits).length;
  return say("pictures.criterion.description", {
    scale: text(scale?.title),
    rows: rows.length,
    values: count((cell) => (countingOf(cell)?.level ?? null) !== null),
    differs: count(({ state }) => state === "differs"),
    without: count((cell) => (countingOf(cell)?.without ?? null) !== null),
    blind: count(({ state }) => state === "blind"),
    unrated: count(({ state }) => state === "unrated"),
  });
}

/** The title, and the places of the axis with their words, which stand on one foot. */
function headShapes(title: string, scale: Scale, axis: ScaleAxis, { text }: PictureWords, order: string) {
  const width = (frame.to - frame.from) / Math.max(1, axis.isOrdered ? axis.places.length - 1 : axis.places.length) - 2;
  const heads = axis.places.map(({ short, label }, at) => {
    const isEnd = axis.isOrdered && (at === 0 || at === axis.places.length - 1);
    const named = smallLinesAtMost(label, width + (isEnd ? 14 : 0), 3);
    return label === "" ? [short] : axis.isOrdered ? [short, ...named] : named;
  });
  const lines = wrapWords(title, frame.width - 2 * frame.edge, true);
  const unit = scale.kind === "numeric" ? text(scale.unit) : "";
  const top = 8 + lines.length * pictureText.line;
  const end = top + Math.max(1, ...heads.map((own) => own.length)) * smallLine + 12;
  return {
    end,
    shapes: [
      ...lines.map((line, at): Shape => ({ kind: "text", x: frame.edge, y: 16 + at * pictureText.line, text: line, strong: true })),
      ...[order]
        .filter(Boolean)
        .map((words): Shape => ({ kind: "text", x: frame.edge, y: end - 10, text: words, small: true, soft: true })),
      ...[unit]
        .filter(Boolean)
        .map((words): Shape => ({ kind: "text", x: frame.to + 18, y: end - 10, text: words, small: true, soft: true })),
      ...heads.flatMap((own, place) =>
        own.map((line, at): Shape => {
          const y = Math.round(top + 12 + at * smallLine);
          return {
            kind: "text",
            x: axis.places[place]?.x ?? 0,
            y,
            text: line,
            small: true,
            middle: true,
            ...(at > 0 && axis.isOrdered && { soft: true as const }),
          };
        }),
      ),
    ],
  };
}

function gridShapes({ places }: ScaleAxis, from: number, to: number): Shape[] {
  return places.map(({ x }) => ({
    kind: "line",
    points: [
      { x, y: from - 4 },
      { x, y: to },
    ],
    stroke: "soft",
    dashed: true,
  }));
}

function rowShapes(row: RatedSubject, scale: Scale, axis: ScaleAxis, y: number, words: PictureWords): Shape[] {
  const cell = row.cells[0];
  if (!cell) return [];
  const middle = y + frame.row / 2;
  const names = linesAtMost(`${row.code} ${words.text(row.name)}`, frame.names + 16, 2);
  const signs = valueSigns(scale, words);
  const counting = countingOf(cell);
  const range = cell.state === "agreed" ? "" : signs.range(givenOf(cell));
  const open = words.say("pictures.criterion.open", { range });
  const agreed = counting && (range === "" ? signs.full(counting) : `${signs.short(counting)}  ≠ ${range}`);
  const [said = ""] = smallLinesAtMost(agreed ?? open, frame.width - frame.to - 20, 1);
  return [
    ...names.map((text, at): Shape => {
      const y0 = middle + 4 - (names.length - 1) * 7 + at * 14;
      return { kind: "text", x: frame.edge, y: Math.round(y0), text };
    }),
    ...ratedMarks(cell, axis, middle),
    { kind: "text", x: frame.to + 18, y: Math.round(middle + 4), text: said, small: true },
  ];
}
