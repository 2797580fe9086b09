import type { Author } from "~/domain/sources/author";

export { Author } from "~/domain/sources/author";

/** The kinds of publication that the desk research knows; the words stand in the locales. */
export const sourceTypes = [
  "article",
  "book",
  "chapter",
  "report",
  "evaluation",
  "policy",
  "law",
  "treaty",
  "guideline",
  "dataset",
  "website",
  "news",
  "other",
] as const;

/** A kind of publication. */
export type SourceType = (typeof sourceTypes)[number];

/** Whether the title is the work's own or our description, which is printed in square brackets. */
export const titleKinds = ["given", "described"] as const;

/** How far a source has been read. */
export const readingStates = ["unread", "reading", "read"] as const;

/** How far a source has been read. */
export type ReadingState = (typeof readingStates)[number];

/** Whether an excerpt repeats the words, renders them, or stands for the work as a whole. */
export const excerptForms = ["quoted", "paraphrased", "whole-work"] as const;

/** The form of an excerpt. */
export type ExcerptForm = (typeof excerptForms)[number];

/** Authors as typed, one to a line: "Family, Given" is a person, a line without a comma an organisation. */
export function authorsFromLines(text: string | null): Author[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const comma = line.indexOf(",");
      if (comma < 1) return { literal: line };
      const given = line.slice(comma + 1).trim();
      return { family: line.slice(0, comma).trim(), ...(given !== "" && { given }) };
    });
}

/** Authors as they are typed: the inverse of `authorsFromLines`. */
export function linesFromAuthors(authors: readonly Author[]): string {
  return authors
    .map((author) => ("literal" in author ? author.literal : [`${author.family},`, author.given ?? ""].join(" ").trim()))
    .join("\n");
}

/** The authors in short: one by name, two joined by "&", more as the first "et al."; "" when none is known. */
export function shortAuthors(authors: readonly Author[]): string {
  const [first, second, ...others] = authors.map((author) => ("literal" in author ? author.literal : author.family));
  if (first === undefined) return "";
  if (others.length > 0) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}

/** A title as it is printed: one that we described stands in square brackets. */
export function printedTitle(title: string, kind: string): string {
  return kind === "described" ? `[${title}]` : title;
}
