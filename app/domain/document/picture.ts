import { z } from "zod";

/**
 * How a box of a picture is filled: a step, what is left out beside it, a heading, the name of a stage; `level0` … `level4` from the
 * lowest to the highest of a scale; `bar` for an amount, `bare` for none.
 */
const tones = ["plain", "aside", "head", "stage", "level0", "level1", "level2", "level3", "level4", "bar", "bare"] as const;
/** How a box of a picture is filled. */
export type Tone = (typeof tones)[number];

/** How a line is drawn: what is read, what helps reading, what something stands on. */
const strokes = ["ink", "soft", "ground"] as const;

/** The form of a mark, so that it is told apart without its colour. */
const marks = ["disc", "ring", "square", "diamond", "triangle", "cross"] as const;

const point = z.strictObject({ x: z.number(), y: z.number() });
const yes = z.literal(true).optional();

/**
 * A shape of a picture, in its own units; `y` of a text is its base line, `x` and `y` of a mark its middle. A box that is `hatched`
 * is drawn over with slanted lines, one that is `crossed` with lines the other way, one that is `ringed` has a heavy edge; words that are `light` stand on a dark tone.
 */
export const Shape = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("box"),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    tone: z.enum(tones),
    hatched: yes,
    crossed: yes,
    ringed: yes,
  }),
  z.strictObject({ kind: z.literal("arrow"), points: z.array(point).min(2) }),
  z.strictObject({ kind: z.literal("line"), points: z.array(point).min(2), stroke: z.enum(strokes), dashed: yes, heavy: yes }),
  z.strictObject({ kind: z.literal("mark"), x: z.number(), y: z.number(), size: z.number(), form: z.enum(marks), stroke: z.enum(strokes) }),
  z.strictObject({
    kind: z.literal("text"),
    x: z.number(),
    y: z.number(),
    text: z.string(),
    strong: yes,
    middle: yes,
    end: yes,
    upright: yes,
    light: yes,
    soft: yes,
    small: yes,
  }),
]);
export type Shape = z.infer<typeof Shape>;

/** A drawing of boxes, lines, marks and words; `title` and `description` say in words what it shows. */
export const Picture = z.strictObject({
  title: z.string(),
  description: z.string(),
  width: z.number(),
  height: z.number(),
  shapes: z.array(Shape),
});
export type Picture = z.infer<typeof Picture>;

/** The size of the words in a picture, and the height of a line, in its units. */
export const pictureText = { size: 13, small: 11, line: 17 } as const;

const narrow = /[iljtfIr.,:;'’|!()[\]\s]/u;
const wide = /[mwMW@%—]/u;

/** The width of words in the units of a picture, estimated on the safe side for the sans of the documents. */
export function widthOfWords(text: string, strong = false): number {
  const units = [...text].reduce((sum, letter) => sum + unitsOf(letter), 0);
  return units * pictureText.size * (strong ? 1.07 : 1);
}

function unitsOf(letter: string): number {
  if (narrow.test(letter)) return 0.33;
  if (wide.test(letter)) return 0.86;
  return /\p{Lu}/u.test(letter) ? 0.68 : 0.57;
}

/** A number in brackets, which stays on one line. */
const numberInBrackets = /\(n = [^)]*\):?/gu;

/** Words broken into lines that fit a width; a word that is wider than a line stands alone, and so does a number in brackets. */
export function wrapWords(text: string, width: number, strong = false): string[] {
  const lines: string[] = [];
  const joined = text.replace(numberInBrackets, (number) => number.replaceAll(" ", "\u00A0"));
  for (const word of joined.split(/ +/u).filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOfWords(longer, strong) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The points of the head of an arrow that ends where the last of its points lies. */
export function arrowHead(points: readonly { x: number; y: number }[]): string {
  const [before, end] = points.slice(-2);
  if (!before || !end) return "";
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const back = { x: end.x - dx * 7, y: end.y - dy * 7 };
  return pointsText([end, { x: back.x + dy * 4, y: back.y + dx * 4 }, { x: back.x - dy * 4, y: back.y - dx * 4 }]);
}

/** Points as the attribute of a line. */
export function pointsText(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }) => `${tidy(x)},${tidy(y)}`).join(" ");
}

/** A measure of a picture with two decimals at most, so that the same picture is the same file everywhere. */
export function tidy(measure: number): number {
  return Math.round(measure * 100) / 100;
}

/**
 * The slanted lines over a box as the path of one stroke, rising to the right where it is hatched and falling where it is crossed; drawn as lines,
 * since not every reader fills with a pattern.
 */
export function hatchPath({ x, y, width, height, hatched, crossed }: Extract<Shape, { kind: "box" }>): string {
  const step = 6;
  const lines = Array.from({ length: Math.floor((width + height) / step) }, (_, at) => (at + 1) * step);
  const drawn = (across: (dx: number) => number) =>
    lines.map((reach) => {
      const from = { x: Math.min(reach, width), y: Math.max(0, reach - width) };
      const to = { x: Math.max(0, reach - height), y: Math.min(reach, height) };
      return `M${tidy(x + across(from.x))} ${tidy(y + from.y)}L${tidy(x + across(to.x))} ${tidy(y + to.y)}`;
    });
  return [...(hatched ? drawn((dx) => dx) : []), ...(crossed ? drawn((dx) => width - dx) : [])].join("");
}

/** The outline of a mark as a path. */
export function markPath({ x, y, size, form }: { x: number; y: number; size: number; form: (typeof marks)[number] }): string {
  const half = size / 2;
  const at = (dx: number, dy: number) => `${tidy(x + dx * half)} ${tidy(y + dy * half)}`;
  switch (form) {
    case "disc":
    case "ring":
      return `M${at(-1, 0)}A${tidy(half)} ${tidy(half)} 0 1 0 ${at(1, 0)}A${tidy(half)} ${tidy(half)} 0 1 0 ${at(-1, 0)}Z`;
    case "square":
      return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
    case "diamond":
      return `M${at(0, -1.15)}L${at(1.15, 0)}L${at(0, 1.15)}L${at(-1.15, 0)}Z`;
    case "triangle":
      return `M${at(0, -1.05)}L${at(1.05, 0.85)}L${at(-1.05, 0.85)}Z`;
    case "cross":
      return `M${at(-0.9, -0.9)}L${at(0.9, 0.9)}M${at(0.9, -0.9)}L${at(-0.9, 0.9)}`;
  }
}

/** Whether the inside of a mark is filled. */
export function isFilled({ form }: { form: (typeof marks)[number] }): boolean {
  return form !== "ring" && form !== "cross";
}
