import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import type { Drawn } from "~/domain/pictures/drawn";
import type { PictureWords } from "~/domain/pictures/words";
import { columnsOf, effectTable, type EffectColumn, type EffectGroup, type EffectMatrix } from "./class-columns";

const names = { x: 4, width: 196 } as const;
/** Room kept free beside words, for a program that draws them in a wider letter. */
const spare = 22;
const gap = 6;
const smallLine = 14;

/**
 * Interventions by group (rows) and class (columns): in a class their codes, in the columns apart only how many; below them how many
 * pieces of evidence stand under each class, and from how many independent origins.
 */
export function drawEffectMatrix(matrix: EffectMatrix, words: PictureWords): Drawn {
  const columns = columnsOf(matrix, words);
  const placed = placeColumns(columns);
  const heads = columns.map(({ head }, at) => wrapSmall(head, (placed[at]?.width ?? 60) - 10));
  const top = Math.max(1, ...heads.map(({ length }) => length)) * smallLine + 10;
  const rows = matrix.groups.map((group) => rowOf(group, columns, placed, words));
  const tops = rows.map((_, at) => top + rows.slice(0, at).reduce((sum, { height }) => sum + height + gap, 0));
  const foot = (tops.at(-1) ?? top) + (rows.at(-1)?.height ?? 0) + gap + 4;
  const right = placed.at(-1);
  const width = right ? right.x + right.width + 4 : 300;
  return {
    picture: {
      title: words.say("pictures.effect.title", { criterion: words.text(matrix.title) }),
      description: descriptionOf(matrix, words),
      width,
      height: foot + 2 * pictureText.line + 6,
      shapes: [
        ...heads.flatMap((lines, at) => headShapes(lines, placed[at] ?? nowhere, top)),
        ...rows.flatMap((row, at) => rowShapes(row, tops[at] ?? 0, columns, placed)),
        {
          kind: "line",
          stroke: "ink",
          points: [
            { x: names.x, y: foot - 2 },
            { x: width - 4, y: foot - 2 },
          ],
        },
        ...footShapes("pieces", foot + pictureText.size, columns, placed, words),
        ...footShapes("origins", foot + pictureText.line + pictureText.size, columns, placed, words),
      ],
    },
    table: effectTable(matrix, columns, words),
  };
}

const nowhere = { x: 0, width: 0 };
const wrapSmall = (text: string, width: number) => wrapWords(text, width * (pictureText.size / pictureText.small));

interface Place {
  x: number;
  width: number;
}

function placeColumns(columns: readonly EffectColumn[]): Place[] {
  const classes = columns.filter(({ isApart }) => !isApart).length;
  const wide = Math.max(78, Math.min(120, 430 / Math.max(1, classes)));
  const widths = columns.map(({ isApart }) => (isApart ? 74 : wide));
  return widths.map((width, at) => ({
    width,
    x: names.x + names.width + 8 + widths.slice(0, at).reduce((sum, each) => sum + each, 0) + (columns[at]?.isApart ? 10 : 0),
  }));
}

function headShapes(lines: readonly string[], { x, width }: Place, top: number): Shape[] {
  return lines.map((text, at) => ({
    kind: "text",
    x: x + width / 2,
    y: top - 8 - (lines.length - 1 - at) * smallLine,
    text,
    middle: true,
    small: true,
  }));
}

interface EffectRow {
  lines: string[];
  cells: { lines: string[]; count: number }[];
  height: number;
}

function rowOf(
  { title, members }: EffectGroup,
  columns: readonly EffectColumn[],
  placed: readonly Place[],
  words: PictureWords,
): EffectRow {
  const lines = wrapWords(words.text(title), names.width - spare);
  const cells = columns.map(({ subjects, isApart }, at) => {
    const codes = members.filter(({ id }) => subjects.has(id)).map(({ code }) => code);
    const own = isApart ? (codes.length > 0 ? [String(codes.length)] : []) : wrapSmall(codes.join(" "), (placed[at]?.width ?? 0) - 14);
    return { lines: own, count: codes.length };
  });
  const height = Math.max(lines.length * pictureText.line + 6, ...cells.map((cell) => cell.lines.length * smallLine + 10));
  return { lines, cells, height };
}

function rowShapes({ lines, cells, height }: EffectRow, y: number, columns: readonly EffectColumn[], placed: readonly Place[]): Shape[] {
  return [
    ...lines.map((text, at): Shape => ({
      kind: "text",
      x: names.x,
      y: Math.round(y + 3 + at * pictureText.line + pictureText.size),
      text,
    })),
    ...cells.flatMap(({ lines: own, count }, at): Shape[] => {
      const { x, width } = placed[at] ?? nowhere;
      const isApart = columns[at]?.isApart === true;
      const middle = x + width / 2;
      const start = y + (height - own.length * smallLine) / 2 + pictureText.small;
      if (count === 0)
        return [
          {
            kind: "line",
            stroke: "soft",
            points: [
              { x: middle - 4, y: y + height / 2 },
              { x: middle + 4, y: y + height / 2 },
            ],
          },
        ];
      return [
        { kind: "box", x: x + 2, y, width: width - 4, height, tone: isApart ? "plain" : toneOfCount(count) },
        ...own.map((text, line): Shape => ({ kind: "text", x: middle, y: start + line * smallLine, text, middle: true, small: true })),
      ];
    }),
  ];
}

/** Darker where more interventions stand, never so dark that the codes need light letters. */
const toneOfCount = (count: number) => (count > 3 ? "level2" : "level1");

function footShapes(
  what: "pieces" | "origins",
  y: number,
  columns: readonly EffectColumn[],
  placed: readonly Place[],
  words: PictureWords,
): Shape[] {
  return [
    { kind: "text", x: names.x, y, text: words.say(`pictures.effect.${what}`), soft: true },
    ...columns.flatMap(({ evidence }, at): Shape[] => {
      const { x, width } = placed[at] ?? nowhere;
      return evidence === null
        ? []
        : [{ kind: "text", x: x + width / 2, y, text: words.number(evidence[what]), middle: true, strong: true }];
    }),
  ];
}

function descriptionOf({ found, groups }: EffectMatrix, words: PictureWords): string {
  const total = groups.reduce((sum, { members }) => sum + members.length, 0);
  const without = found.without.reduce((sum, { subjects }) => sum + subjects.length, 0);
  return words.say("pictures.effect.description", { classed: found.classed, total, without });
}
