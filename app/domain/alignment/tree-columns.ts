import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import type { Tally } from "~/domain/judgements/tally";
import type { PictureWords } from "~/domain/pictures/words";
import { levelsOf, type Scale, type ScaleValue } from "~/domain/protocol/scales";

/** The columns beside a tree: where a value stands, where what has no level, where what is not judged, and how they are drawn. */
export interface TreeColumns {
  /** The middle of the column, or of the place on the axis, of a value; null for one that the scale does not have. */
  placeOf: (value: ScaleValue) => number | null;
  without: number;
  open: number;
  boxWidth: number;
  isNumeric: boolean;
  /** The right edge. */
  end: number;
  /** The height of the heads. */
  height: number;
  /** The heads, and upright lines down to `bottom`. */
  shapes: (bottom: number) => Shape[];
}

const apart = 62;
const axisWidth = 300;

interface Head {
  x: number;
  width: number;
  text: string;
}

/** The columns of a scale from `left`: one per level or class in the order of the protocol, or one axis for a numeric scale; at the right those for what is counted in no level, where there is any. */
export function placeColumns(scale: Scale, all: Tally, left: number, words: PictureWords): TreeColumns {
  const isNumeric = scale.kind === "numeric";
  const levels = levelsOf(scale);
  const width = isNumeric ? axisWidth : Math.max(50, Math.min(74, axisWidth / Math.max(1, levels.length)));
  const rightOfLevels = left + (isNumeric ? axisWidth : width * levels.length);
  const hasWithout = (scale.extraValues ?? []).length > 0;
  const without = rightOfLevels + apart / 2 + 4;
  const open = without + (hasWithout ? apart : 0);
  const at = (place: number) => left + (place + 0.5) * width;
  const axis =
    scale.kind === "numeric" ? (value: number) => left + 14 + ((value - scale.min) / (scale.max - scale.min)) * (axisWidth - 44) : null;
  const ofLevels: Head[] =
    scale.kind === "numeric"
      ? [scale.min, scale.max].map((value) => ({ x: axis?.(value) ?? 0, width: 60, text: words.number(value) }))
      : levels.map(({ label }, place) => ({ x: at(place), width: width - 4, text: words.text(label) }));
  const heads: Head[] = [
    ...ofLevels,
    ...(hasWithout ? [{ x: without, width: apart - 4, text: words.say("pictures.tally.withoutLevel") }] : []),
    ...(all.open > 0 ? [{ x: open, width: apart - 4, text: words.say("pictures.tally.notJudged") }] : []),
  ];
  const height = Math.max(...heads.map((head) => wrapSmall(head).length)) * 14 + 6;
  return {
    placeOf: (value) => {
      if (axis) return typeof value === "number" ? axis(value) : null;
      const place = levels.findIndex(({ key }) => key === value);
      return place < 0 ? null : at(place);
    },
    without,
    open,
    boxWidth: isNumeric ? 8 : width - 12,
    isNumeric,
    end: all.open > 0 ? open + apart / 2 : hasWithout ? without + apart / 2 : rightOfLevels,
    height,
    shapes: (bottom) => [...heads.flatMap((head) => headShapes(head, height)), ...upright(rightOfLevels + 2, height, bottom)],
  };
}

const wrapSmall = ({ text, width }: Head) => wrapWords(text, width * (pictureText.size / pictureText.small));

function headShapes(head: Head, height: number): Shape[] {
  const lines = wrapSmall(head);
  return lines.map((text, at) => ({
    kind: "text",
    x: head.x,
    y: height - 6 - (lines.length - 1 - at) * 14,
    text,
    middle: true,
    small: true,
    soft: true,
  }));
}

const upright = (x: number, top: number, bottom: number): Shape[] => [
  {
    kind: "line",
    stroke: "soft",
    points: [
      { x, y: top },
      { x, y: bottom },
    ],
  },
];
