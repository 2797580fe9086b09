import { readNumber } from "~/domain/forms/read-number";

/** How the numbers of a column are written: `1.234,5` or `1,234.5`. */
export const numberFormats = ["comma", "point"] as const;
/** How the numbers of a column are written. */
export type NumberFormat = (typeof numberFormats)[number];

/** How numbers are written in a language, as far as is known. */
export function formatOf(language: string): NumberFormat {
  return language.split("-")[0] === "en" ? "point" : "comma";
}

/** The number that a cell holds by the format of its column, or null when it is none. */
export function numberAs(text: string, format: NumberFormat): number | null {
  return readNumber(text, format === "comma" ? "nl" : "en");
}

/** What the numbers of a column show: how they are written, where any tells; one that can be read in two ways; one of each way where they differ. */
export interface GuessedNumbers {
  format: NumberFormat | null;
  ambiguous: string | null;
  differing: readonly [string, string] | null;
}

/** How the numbers of a column are written, from the cells that are text. What is no number says nothing. */
export function guessNumbers(texts: readonly string[]): GuessedNumbers {
  const first: Partial<Record<NumberFormat | "either", string>> = {};
  for (const text of texts) {
    const told = formatTold(text.replace(/[^\d.,]/gu, ""));
    if (told !== null) first[told] ??= text;
  }
  const { comma, point, either } = first;
  const differing = comma !== undefined && point !== undefined ? ([comma, point] as const) : null;
  const format = differing ? null : comma !== undefined ? "comma" : point !== undefined ? "point" : null;
  return { format, ambiguous: format === null ? (either ?? null) : null, differing };
}

/** What one number tells by its marks: a mark that comes twice groups thousands, one with other than three digits behind it is decimal. */
function formatTold(digits: string): NumberFormat | "either" | null {
  const marks = digits.replace(/\d/gu, "");
  if (!/^\d[\d.,]*\d$/u.test(digits) || marks === "") return null;
  const last = marks.at(-1) === "," ? "comma" : "point";
  if (marks.includes(",") && marks.includes(".")) return last;
  if (marks.length > 1) return last === "comma" ? "point" : "comma";
  if (/^[1-9]\d{0,2}[.,]\d{3}$/u.test(digits)) return "either";
  return last;
}
