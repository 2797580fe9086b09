import type { MarkForm, Shape } from "~/domain/document/picture";

// How the shapes of a picture are drawn, apart from their schemas: a page that only shows pictures loads none.

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
export function markPath({ x, y, size, form }: { x: number; y: number; size: number; form: MarkForm }): string {
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
export function isFilled({ form }: { form: MarkForm }): boolean {
  return form !== "ring" && form !== "cross";
}
