import { z } from "zod";

/** How a box of a picture is filled: a step, what is left out beside it, a heading, the name of a stage. */
const tones = ["plain", "aside", "head", "stage"] as const;

/** A shape of a picture, in its own units; `y` of a text is its base line. */
export const Shape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("box"), x: z.number(), y: z.number(), width: z.number(), height: z.number(), tone: z.enum(tones) }),
  z.strictObject({ kind: z.literal("arrow"), points: z.array(z.strictObject({ x: z.number(), y: z.number() })).min(2) }),
  z.strictObject({
    kind: z.literal("text"),
    x: z.number(),
    y: z.number(),
    text: z.string(),
    strong: z.literal(true).optional(),
    middle: z.literal(true).optional(),
    upright: z.literal(true).optional(),
  }),
]);
export type Shape = z.infer<typeof Shape>;

/** A drawing of boxes, arrows and words; `title` and `description` say in words what it shows. */
export const Picture = z.strictObject({
  title: z.string(),
  description: z.string(),
  width: z.number(),
  height: z.number(),
  shapes: z.array(Shape),
});
export type Picture = z.infer<typeof Picture>;

/** The size of the words in a picture, and the height of a line, in its units. */
export const pictureText = { size: 13, line: 17 } as const;

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

/** The colours of a picture, by what has them. */
export interface PictureColours {
  ink: string;
  line: string;
  tones: Readonly<Record<(typeof tones)[number], string>>;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The points of the head of an arrow that ends where the last of its points lies. */
export function arrowHead(points: readonly { x: number; y: number }[]): string {
  const [before, end] = points.slice(-2);
  if (!before || !end) return "";
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const back = { x: end.x - dx * 7, y: end.y - dy * 7 };
  return [end, { x: back.x + dy * 4, y: back.y + dx * 4 }, { x: back.x - dy * 4, y: back.y - dx * 4 }]
    .map(({ x, y }) => `${x},${y}`)
    .join(" ");
}

/** A picture as an SVG file that stands alone. */
export function svgOfPicture(picture: Picture, colours: PictureColours, font: string, language: string): string {
  const { width, height, title, description, shapes } = picture;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escaped(language)}" font-family="${escaped(font)}, Arial, sans-serif" font-size="${pictureText.size}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...shapes.map((shape) => svgOfShape(shape, colours)),
    "</svg>",
  ].join("\n");
}

function svgOfShape(shape: Shape, colours: PictureColours): string {
  if (shape.kind === "box") {
    const { x, y, width, height, tone } = shape;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${colours.tones[tone]}" stroke="${colours.line}"/>`;
  }
  if (shape.kind === "arrow") {
    const path = shape.points.map(({ x, y }) => `${x},${y}`).join(" ");
    return `<polyline points="${path}" fill="none" stroke="${colours.ink}"/><polygon points="${arrowHead(shape.points)}" fill="${colours.ink}"/>`;
  }
  const turned = shape.upright ? ` transform="rotate(-90 ${shape.x} ${shape.y})"` : "";
  const weight = shape.strong ? ' font-weight="600"' : "";
  const anchor = shape.middle ? ' text-anchor="middle"' : "";
  return `<text x="${shape.x}" y="${shape.y}" fill="${colours.ink}"${weight}${anchor}${turned}>${escaped(shape.text)}</text>`;
}
