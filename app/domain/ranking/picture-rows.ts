import type { Shape } from "~/domain/document/picture";
import { pictureText, widthOfWords, wrapWords } from "~/domain/document/picture-drawing";
import type { Named, SayName } from "./shown";

/** How wide a picture of a ranking is, and where names and what is drawn begin: as wide as the text of a document. */
export const frame = { width: 620, rank: 26, name: 36, plot: 236 } as const;

/** A row of a picture, with the lines of its name and the place of its upper edge. */
export interface PictureRow {
  lines: string[];
  y: number;
  height: number;
}

/** The name of a subject in two lines at most. */
function nameLines({ code, name }: Named, say: SayName, width: number): string[] {
  const [first = "", ...more] = wrapWords(`${code} ${say(name)}`, width);
  if (more.length < 2) return [first, ...more].map((line) => cut(line, width));
  return [cut(first, width), cut(more.join(" "), width)];
}

function cut(text: string, width: number): string {
  if (widthOfWords(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOfWords(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Rows below each other from a place on, each as high as its name needs. */
export function placeRows(names: readonly Named[], say: SayName, from: number, least: number, width: number): PictureRow[] {
  let y = from;
  return names.map((named) => {
    const lines = nameLines(named, say, width);
    const height = Math.max(least, lines.length * pictureText.line + 6);
    y += height;
    return { lines, height, y: y - height };
  });
}

/** The name of a row, in the middle of its height. */
export function nameShapes({ lines, y, height }: PictureRow, x: number): Shape[] {
  const top = y + (height - lines.length * pictureText.line) / 2 + pictureText.size;
  return lines.map((text, at) => ({ kind: "text", x, y: Math.round(top + at * pictureText.line), text }));
}

/** The base line of words in the middle of a row. */
export function middleOf({ y, height }: PictureRow): number {
  return Math.round(y + height / 2 + pictureText.size / 2 - 2);
}

/** Where a row of rows ends; `from` where there is none. */
export function endOf(rows: readonly PictureRow[], from: number): number {
  const last = rows.at(-1);
  return last ? last.y + last.height : from;
}
