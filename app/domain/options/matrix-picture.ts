import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import { shownValue } from "~/domain/judgements/shown-value";
import { valueWords } from "~/domain/judgements/tally-words";
import { type Judged, valueOf } from "~/domain/judgements/value";
import type { Drawn } from "~/domain/pictures/drawn";
import { isDark, toneOfPlace } from "~/domain/pictures/tone";
import type { PictureWords } from "~/domain/pictures/words";
import type { Option } from "~/domain/protocol/options";
import type { OptionCriterion } from "./dominance";

/** One option on one criterion: what counts of it, and how many points speak for and against. */
export interface OptionCell {
  option: string;
  criterion: string;
  judged: Judged | null;
  for: number;
  against: number;
}

/** Options of one kind against the criteria. */
export interface OptionMatrix {
  options: readonly Option[];
  criteria: readonly OptionCriterion[];
  cells: readonly OptionCell[];
}

const names = { x: 4, width: 186 } as const;
/** Room kept free beside words, for a program that draws them in a wider letter. */
const spare = 22;
const room = 440;
const gap = 6;
const smallLine = 14;

/** Options of one kind beside each other: per criterion a box in the tone of the level with the level in words, and how many points speak for and against. */
export function drawOptionMatrix(matrix: OptionMatrix, words: PictureWords): Drawn {
  const { options, criteria, cells } = matrix;
  const width = Math.max(76, Math.min(150, room / Math.max(1, options.length)));
  const left = names.x + names.width + 8;
  const heads = options.map(({ code, title }) => [code, ...wrapSmall(words.text(title), width - gap)]);
  const top = Math.max(1, ...heads.map(({ length }) => length)) * smallLine + 8;
  const rows = criteria.map((row) => ({
    row,
    lines: wrapWords(words.text(row.criterion.title), names.width - spare),
    cells: options.map(({ id }) => cellOf(cells, id, row, words, width)),
  }));
  const heights = rows.map(({ lines, cells: own }) => Math.max(lines.length * pictureText.line + 8, ...own.map(({ height }) => height)));
  const tops = heights.map((_, at) => top + heights.slice(0, at).reduce((sum, each) => sum + each + gap, 0));
  const kind = words.say(`pictures.options.kinds.${options[0]?.kind ?? "alternative"}`);
  return {
    picture: {
      title: words.say("pictures.options.title", { kind }),
      description: words.say("pictures.options.description", { options: options.length, criteria: criteria.length }),
      width: left + options.length * width + 4,
      height: (tops.at(-1) ?? top) + (heights.at(-1) ?? 0) + 6,
      shapes: [
        ...heads.flatMap((head, at) => headShapes(head, left + at * width, top)),
        ...rows.flatMap(({ lines, cells: own }, at): Shape[] => {
          const [y, height] = [tops[at] ?? 0, heights[at] ?? 0];
          return [
            ...lines.map((text, line): Shape => ({
              kind: "text",
              x: names.x,
              y: Math.round(y + 4 + line * pictureText.line + pictureText.size),
              text,
            })),
            ...own.flatMap((cell, place) => cellShapes(cell, { x: left + place * width, y, width: width - gap, height })),
          ];
        }),
      ],
    },
    table: tableOf(matrix, words),
  };
}

const wrapSmall = (text: string, width: number) => wrapWords(text, width * (pictureText.size / pictureText.small));

function headShapes([code, ...lines]: readonly string[], x: number, top: number): Shape[] {
  const y = (at: number) => top - 8 - (lines.length - 1 - at) * smallLine;
  return [
    { kind: "text", x, y: y(-1), text: code ?? "", strong: true },
    ...lines.map((text, at): Shape => ({ kind: "text", x, y: y(at), text, small: true })),
  ];
}

interface DrawnCell {
  look: "level" | "without" | "open";
  place: number | null;
  lines: string[];
  points: string;
  height: number;
}

const stripe = 12;

function cellOf(
  cells: readonly OptionCell[],
  option: string,
  { criterion, scale }: OptionCriterion,
  words: PictureWords,
  width: number,
): DrawnCell {
  const cell = cells.find((one) => one.option === option && one.criterion === criterion.id);
  const value = cell?.judged ? valueOf(cell.judged) : null;
  const look = !cell?.judged || value === null ? "open" : cell.judged.level === null ? "without" : "level";
  const points = cell ? pointWords(cell, words) : "";
  const inner = width - gap - 12 - (look === "without" ? stripe : 0);
  const lines = value === null ? [words.say("pictures.tally.notJudged")] : wrapSmall(valueWords(scale, value, words), inner);
  const place = cell?.judged ? (shownValue(scale, cell.judged)?.place ?? null) : null;
  return { look, place, lines, points, height: (lines.length + (points === "" ? 0 : 1)) * smallLine + 10 };
}

/** "+2 −1": how many points speak for and against; "" where nobody said anything. */
function pointWords({ for: speaksFor, against }: OptionCell, words: PictureWords): string {
  return speaksFor + against === 0 ? "" : words.say("pictures.options.points", { for: speaksFor, against });
}

function cellShapes({ look, place, lines, points }: DrawnCell, box: { x: number; y: number; width: number; height: number }): Shape[] {
  const tone = look === "level" ? toneOfPlace(place) : "plain";
  const light = isDark(tone) && { light: true as const };
  const inset = look === "without" ? stripe + 6 : 6;
  const written = [...lines, ...(points === "" ? [] : [points])];
  return [
    ...(look === "open" ? [] : [{ kind: "box" as const, ...box, tone }]),
    ...(look === "without" ? [{ kind: "box" as const, ...box, width: stripe, tone, hatched: true as const }] : []),
    ...written.map((text, at): Shape => ({
      kind: "text",
      x: box.x + inset,
      y: box.y + 5 + at * smallLine + pictureText.small,
      text,
      small: true,
      ...(look === "open" && { soft: true as const }),
      ...(at === lines.length && { strong: true as const }),
      ...light,
    })),
  ];
}

function tableOf({ options, criteria, cells }: OptionMatrix, words: PictureWords): Drawn["table"] {
  const said = (option: Option, { criterion, scale }: OptionCriterion) => {
    const cell = cells.find((one) => one.option === option.id && one.criterion === criterion.id);
    const value = cell?.judged ? valueOf(cell.judged) : null;
    const level = value === null ? words.say("pictures.tally.notJudged") : valueWords(scale, value, words);
    const points = cell ? pointWords(cell, words) : "";
    return points === "" ? level : `${level} (${points})`;
  };
  return {
    columns: [
      { label: words.say("pictures.options.criterion") },
      ...options.map(({ code, title }) => ({ label: `${code} ${words.text(title)}` })),
    ],
    rows: criteria.map((row) => [words.text(row.criterion.title), ...options.map((option) => said(option, row))]),
  };
}
