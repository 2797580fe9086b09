import { z } from "zod";

/** An author: a person by family and given name (and what follows, such as Jr.), or an organisation as it writes itself. */
export const Author = z.union([
  z.strictObject({ family: z.string(), given: z.string().optional(), suffix: z.string().optional() }),
  z.strictObject({ literal: z.string() }),
]);

/** An author of a source. */
export type Author = z.infer<typeof Author>;

/** The most authors that a source keeps; a longer list keeps the first ones and the last, which is all that a reference prints. */
export const mostAuthors = 100;

/** Authors as typed, one to a line: "Family, Given" is a person, a line without a comma or between braces an organisation. */
export function authorsFromLines(text: string | null): Author[] {
  return namesIn((text ?? "").split("\n"));
}

/** Authors as they are typed: the inverse of `authorsFromLines`. */
export function linesFromAuthors(authors: readonly Author[]): string {
  return authors.map(writtenName).join("\n");
}

/** Names typed on one line with a semicolon between them, as the editors of a book are. */
export function namesFromLine(text: string | null | undefined): Author[] {
  return namesIn((text ?? "").split(";"));
}

/** Names on one line: the inverse of `namesFromLine`. A semicolon within a name becomes a comma. */
export function lineFromNames(names: readonly Author[]): string {
  return names.map((name) => writtenName(name).replaceAll(";", ",")).join("; ");
}

/** The authors in short: one by name, two joined by "&", more as the first "et al."; "" when none is known. */
export function shortAuthors(authors: readonly Author[]): string {
  const [first, second, ...others] = authors.map((author) => ("literal" in author ? author.literal : author.family));
  if (first === undefined) return "";
  if (others.length > 0) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}

function namesIn(lines: readonly string[]): Author[] {
  return lines.map((line) => line.trim()).flatMap((line) => nameIn(line) ?? []);
}

function nameIn(line: string): Author | null {
  const braced = /^\{(.*)\}$/u.exec(line)?.[1]?.trim();
  if (braced) return { literal: braced };
  const [family = "", given = "", ...suffix] = line.split(",").map((part) => part.trim());
  if (!line.includes(",") || family === "") return line === "" ? null : { literal: line };
  const rest = suffix.filter((part) => part !== "").join(", ");
  return { family, ...(given !== "" && { given }), ...(rest !== "" && { suffix: rest }) };
}

function writtenName(author: Author): string {
  if ("literal" in author) return /[,{}]/u.test(author.literal) ? `{${author.literal}}` : author.literal;
  const { family, given = "", suffix } = author;
  return suffix === undefined ? `${family}, ${given}`.trim() : `${family}, ${given}, ${suffix}`;
}
