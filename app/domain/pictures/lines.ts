import { pictureText, widthOfWords, wrapWords } from "~/domain/document/picture-drawing";

const smaller = pictureText.size / pictureText.small;

/** The height of a line of small words. */
export const smallLine = 13;

/** The width of small words. */
export function widthOfSmall(text: string): number {
  return widthOfWords(text) / smaller;
}

/** Words cut off with a sign that there was more, where they are too wide. */
function cutWords(text: string, width: number): string {
  if (widthOfWords(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOfWords(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Words in so many lines at most, the last one cut off where there was more. */
export function linesAtMost(text: string, width: number, most: number): string[] {
  const lines = wrapWords(text, width);
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")];
  return kept.map((line) => cutWords(line, width));
}

/** Small words in lines. */
export function smallLines(text: string, width: number): string[] {
  return wrapWords(text, width * smaller);
}

/** Small words in so many lines at most, the last one cut off where there was more. */
export function smallLinesAtMost(text: string, width: number, most: number): string[] {
  return linesAtMost(text, width * smaller, most);
}

/** Whether small words fit a width in so many lines, each word whole. */
export function fitsSmall(text: string, width: number, lines: number): boolean {
  const own = smallLines(text, width);
  return own.length <= lines && own.every((line) => widthOfSmall(line) <= width);
}
