/** The kinds of publication that the desk research knows; the words stand in the locales. */
export const sourceTypes = [
  "article",
  "book",
  "chapter",
  "report",
  "evaluation",
  "thesis",
  "conference",
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

/** A title as it is printed: one that we described stands in square brackets. */
export function printedTitle(title: string, kind: string): string {
  return kind === "described" ? `[${title}]` : title;
}
