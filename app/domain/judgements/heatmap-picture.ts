import type { Picture, Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import { fitsSmall, linesAtMost, smallLine, smallLines, smallLinesAtMost, widthOfSmall } from "~/domain/pictures/lines";
import type { PictureWords } from "~/domain/pictures/words";
import { heatCellShapes } from "./heatmap-cell";
import { heatmapLegend } from "./heatmap-legend";
import { heatmapDescription, orderWords } from "./heatmap-words";
import type { RatedCriterion, RatedSubject } from "./rated";
import type { ShownHeatmap } from "./shown-heatmap";

const frame = { width: 620, edge: 4, names: 178, mean: 66, row: 36, gap: 3 } as const;

/** Where the columns of a heatmap stand. `isUpright` = their heads are turned; `isCut` = one of them is cut off, and the legend spells them out. */
interface Columns {
  width: number;
  left: number;
  isUpright: boolean;
  isCut: boolean;
  hasMean: boolean;
  /** The right edge. */
  end: number;
}

function columnsOf({ criteria, rows }: ShownHeatmap, words: PictureWords): Columns {
  const hasMean = rows.some(({ mean }) => mean !== null);
  const left = frame.edge + frame.names;
  const room = frame.width - left - frame.edge - (hasMean ? frame.mean : 0);
  const width = Math.max(46, Math.min(96, Math.floor(room / Math.max(1, criteria.length))));
  const isUpright = !criteria.every(({ title }) => fitsSmall(words.text(title), width - 6, 4));
  const isCut = isUpright && !criteria.every((criterion) => fitsSmall(headOf(criterion, words), upright.width, upright.lines));
  return { width, left, isUpright, isCut, hasMean, end: left + width * criteria.length + (hasMean ? frame.mean : 0) };
}

/** How long a turned head is, and in how many lines. */
const upright = { width: 116, lines: 3 } as const;
const headOf = ({ code, title }: RatedCriterion, { text }: PictureWords) => `${code} ${text(title)}`;

/** Subjects against criteria: the value first and its tone second, with a legend of everything that can stand in a cell. */
export function heatmapPicture(heatmap: ShownHeatmap, words: PictureWords): Picture {
  const columns = columnsOf(heatmap, words);
  const title = titleOf(heatmap, words);
  const width = Math.max(frame.width, columns.end + frame.edge);
  const lines = wrapWords(title, width - 2 * frame.edge, true);
  const head = headShapes(heatmap, columns, words, 8 + lines.length * pictureText.line);
  const end = head.end + heatmap.rows.length * frame.row;
  const legend = heatmapLegend(heatmap, words, { from: end + 14, left: frame.edge, right: width - frame.edge, isShort: columns.isCut });
  return {
    title,
    description: heatmapDescription(heatmap, words),
    width,
    height: legend.end + 4,
    shapes: [
      ...lines.map((text, at): Shape => ({ kind: "text", x: frame.edge, y: 16 + at * pictureText.line, text, strong: true })),
      ...head.shapes,
      ...heatmap.rows.flatMap((row, at) => rowShapes(row, heatmap.criteria, columns, head.end + at * frame.row, words)),
      ...legend.shapes,
    ],
  };
}

function titleOf({ subject, part }: ShownHeatmap, { say }: PictureWords): string {
  const title = say("pictures.heatmap.title", { subject });
  return part ? say("pictures.heatmap.part", { title, number: part.number, of: part.of }) : title;
}

/** The heads of the columns on their foot, with the order at the left and the mean at the right. */
function headShapes(heatmap: ShownHeatmap, columns: Columns, words: PictureWords, from: number) {
  const heads = columns.isUpright ? uprightHeads(heatmap, columns, words, from) : levelHeads(heatmap, columns, words, from);
  const order = orderWords(heatmap, words);
  const foot = heads.end - 8;
  const mean = words.say("pictures.heatmap.mean");
  const ordered: Shape = { kind: "text", x: frame.edge, y: foot, text: order, small: true, soft: true };
  return {
    end: heads.end,
    shapes: [
      ...(order === "" ? [] : [ordered]),
      ...heads.shapes,
      ...(columns.hasMean ? [meanShape(columns, foot, mean, { soft: true, small: true })] : []),
    ],
  };
}

function levelHeads({ criteria }: ShownHeatmap, columns: Columns, { text }: PictureWords, from: number) {
  const heads = criteria.map(({ code, title }) => [code, ...smallLines(text(title), columns.width - 6)]);
  const end = from + Math.max(1, ...heads.map((lines) => lines.length)) * smallLine + 10;
  const shapes = heads.flatMap((lines, place) => {
    const x = columns.left + (place + 0.5) * columns.width;
    const y = (line: number) => Math.round(end - 8 - (lines.length - 1 - line) * smallLine);
    return lines.map((line, at): Shape => ({
      kind: "text",
      x,
      y: y(at),
      text: line,
      small: true,
      middle: true,
      ...(at === 0 && { soft: true as const }),
    }));
  });
  return { end, shapes };
}

function uprightHeads({ criteria }: ShownHeatmap, columns: Columns, words: PictureWords, from: number) {
  const heads = criteria.map((criterion) => smallLinesAtMost(headOf(criterion, words), upright.width, upright.lines));
  const longest = Math.max(0, ...heads.flatMap((lines) => lines.map(widthOfSmall)));
  const end = from + Math.ceil(longest) + 12;
  const shapes = heads.flatMap((lines, place) => {
    const middle = columns.left + place * columns.width + (columns.width - frame.gap) / 2;
    const first = middle - ((lines.length - 1) * smallLine) / 2 + pictureText.small / 2 - 1;
    return lines.map((text, at): Shape => ({
      kind: "text",
      x: Math.round(first + at * smallLine),
      y: end - 6,
      text,
      small: true,
      upright: true,
    }));
  });
  return { end, shapes };
}

function meanShape({ end }: Columns, y: number, text: string, look: { soft?: true; small?: true } = {}): Shape {
  return { kind: "text", x: end - 2, y, text, end: true, ...look };
}

function rowShapes(row: RatedSubject, criteria: readonly RatedCriterion[], columns: Columns, y: number, words: PictureWords): Shape[] {
  const names = linesAtMost(`${row.code} ${words.text(row.name)}`, frame.names - 14, 2);
  const top = y + (frame.row - frame.gap - names.length * 15) / 2 + pictureText.size - 1;
  const middle = Math.round(y + (frame.row - frame.gap) / 2 + pictureText.size / 2 - 1);
  const height = frame.row - frame.gap;
  return [
    ...names.map((text, at): Shape => ({ kind: "text", x: frame.edge, y: Math.round(top + at * 15), text })),
    ...row.cells.flatMap((cell, at) => {
      const place = { x: columns.left + at * columns.width, y, width: columns.width - frame.gap, height };
      return heatCellShapes(cell, criteria[at]?.scale ?? null, place, words);
    }),
    ...(row.mean
      ? [
          row.mean.open
            ? meanShape(columns, middle, words.say("pictures.heatmap.open"), { soft: true, small: true })
            : meanShape(columns, middle, words.number(row.mean.mean, 1)),
        ]
      : []),
  ];
}
