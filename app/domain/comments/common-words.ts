import { commonOf } from "../text/common-of";

/** Two places that hold the same word: its index among the words of each text. */
export type WordPair = readonly [before: number, after: number];

/** How many words may differ before two texts count as written anew. */
const mostEdits = 800;

/** The words that two lists have in common, in order. Nothing in common where more than 800 words would have to be added or removed. */
export function commonWords(before: readonly string[], after: readonly string[]): WordPair[] {
  return commonOf(before, after, mostEdits);
}
