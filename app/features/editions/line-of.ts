import type { ContentsEntry } from "~/domain/document/reading";

/** A heading with its number before it. */
export function lineOf({ number, heading }: Pick<ContentsEntry, "number" | "heading">): string {
  return number === null ? heading : `${number} ${heading}`;
}
