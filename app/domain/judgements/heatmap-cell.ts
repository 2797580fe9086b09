import type { Shape, Tone } from "~/domain/document/picture";
import { pictureText, widthOfWords } from "~/domain/document/picture-drawing";
import { fitsSmall, smallLine, smallLines, widthOfSmall } from "~/domain/pictures/lines";
import { isDark, toneOfPlace } from "~/domain/pictures/tone";
import type { PictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import { isEarlier, type RatedCell } from "./rated";
import { shownValue } from "./shown-value";
import type { Judged } from "./value";
import { valueSigns } from "./value-signs";

/** Where a cell stands. */
export interface CellPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What stands in a cell: a line of its own size, and below it small ones. */
interface CellWords {
  strong?: string;
  small: readonly string[];
}

/** How a value is filled: darker for higher on an ordered scale, one tone for classes, hatched for an answer without a level. */
export function lookOfValue(scale: Scale | null, judged: Judged): { tone: Tone; hatched?: true } {
  if (judged.level === null) return { tone: "level0", hatched: true };
  return { tone: toneOfPlace(shownValue(scale, judged)?.place ?? null) };
}

/**
 * A cell of a heatmap: the value with its tone, ≠ with what raters gave where they differed, a heavy edge while they still do, slanted lines for
 * an answer without a level, lines the other way while it is blind, and dashes where nothing was judged. What was judged on an earlier wording
 * has a sign in its corner, or on the label beside the other sign.
 */
export function heatCellShapes(cell: RatedCell, scale: Scale | null, place: CellPlace, words: PictureWords): Shape[] {
  const shapes = valueShapes(cell, scale, place, words);
  const look: ReturnType<typeof lookOfValue> = "value" in cell ? lookOfValue(scale, cell.value) : { tone: "level0" };
  if (!isEarlier(cell) || look.hatched) return shapes;
  const sign: Shape = { kind: "text", x: place.x + place.width - 4, y: place.y + 12, text: earlierSign, strong: true, end: true };
  return [...shapes, { ...sign, ...(isDark(look.tone) && { light: true as const }) }];
}

/** Stands beside what was judged on an earlier wording. */
export const earlierSign = "†";

function valueShapes(cell: RatedCell, scale: Scale | null, place: CellPlace, words: PictureWords): Shape[] {
  const signs = valueSigns(scale, words);
  const say = (key: string) => words.say(`pictures.heatmap.${key}`);
  switch (cell.state) {
    case "unrated":
      return [dashed(place), ...wordShapes({ small: [say("none")] }, place, { soft: true })];
    case "blind":
      return [
        { kind: "box", ...place, tone: "aside", crossed: true },
        ...tagged({ small: [say(cell.raters > 1 ? "blindCell" : "waits"), `${cell.sent}/${cell.raters}`] }, place),
      ];
    case "differs": {
      const range = signs.range(cell.given);
      return [
        { kind: "box", ...inset(place), tone: "level0", ringed: true },
        ...wordShapes({ strong: range, small: [say("differsCell")] }, place),
      ];
    }
    case "agreed":
    case "reconciled": {
      const spread = cell.state === "reconciled" ? [`≠ ${signs.range(cell.given)}`.trim()] : [];
      const look = lookOfValue(scale, cell.value);
      const box: Shape = { kind: "box", ...place, ...look };
      if (look.hatched) {
        const short = signs.short(cell.value);
        const label = cell.earlier
          ? { strong: `${short} ${earlierSign}`, small: spread }
          : withoutWords(short, signs.full(cell.value), spread, place);
        return [box, ...tagged(label, place)];
      }
      return [box, ...wordShapes({ strong: signs.short(cell.value), small: spread }, place, isDark(look.tone) ? { light: true } : {})];
    }
  }
}

/** An answer without a level in words where they fit, else its sign. */
function withoutWords(sign: string, label: string, spread: readonly string[], { width }: CellPlace): CellWords {
  const isWhole = spread.length === 0 && fitsSmall(label, width - 14, 2);
  return isWhole ? { small: smallLines(label, width - 14) } : { strong: sign, small: spread };
}

/** The heights that lines of words need. */
function linesHeight({ strong, small }: CellWords): number {
  return (strong === undefined ? 0 : pictureText.size + 1) + small.length * smallLine;
}

function wordShapes(words: CellWords, place: CellPlace, look: { light?: true; soft?: true } = {}): Shape[] {
  const x = place.x + place.width / 2;
  const top = place.y + (place.height - linesHeight(words)) / 2;
  const strong = words.strong === undefined ? [] : [{ text: words.strong, y: top + pictureText.size - 1 }];
  const from = top + (words.strong === undefined ? 0 : pictureText.size + 1);
  return [
    ...strong.map(({ text, y }): Shape => ({ kind: "text", x, y: Math.round(y), text, strong: true, middle: true, ...look })),
    ...words.small.map((text, at): Shape => {
      const y = Math.round(from + at * smallLine + pictureText.small - 1);
      return { kind: "text", x, y, text, small: true, middle: true, ...look };
    }),
  ];
}

/** Words on a white label of their own, for lines are drawn behind them. */
function tagged(words: CellWords, place: CellPlace): Shape[] {
  const height = Math.max(18, linesHeight(words) + 3);
  const widest = Math.max(...words.small.map(widthOfSmall), words.strong === undefined ? 0 : widthOfWords(words.strong, true));
  const width = Math.min(place.width - 6, Math.ceil(widest) + 10);
  const label: CellPlace = { x: place.x + (place.width - width) / 2, y: place.y + (place.height - height) / 2, width, height };
  return [{ kind: "box", ...label, tone: "level0" }, ...wordShapes(words, place)];
}

function dashed({ x, y, width, height }: CellPlace): Shape {
  const [right, bottom] = [x + width, y + height];
  const points = [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ];
  return { kind: "line", points, stroke: "soft", dashed: true };
}

/** A heavy edge stays inside the place of its box. */
function inset({ x, y, width, height }: CellPlace): CellPlace {
  return { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 };
}
