/** The levels on which somebody works or looks at the field, the widest first: of those that are interviewed; an actor has these and more (`actors/levels.ts`). */
export const workLevels = ["global", "regional", "national"] as const;

/** A level on which somebody works. */
export type WorkLevel = (typeof workLevels)[number];

/** The level of that name, or `undefined` for any other word. */
export function workLevelIfAny(word: string): WorkLevel | undefined {
  return workLevels.find((level) => level === word);
}

/** The levels in a list of words, each once and in the order of the list of levels. */
export function workLevelsIn(words: readonly string[]): WorkLevel[] {
  return workLevels.filter((level) => words.includes(level));
}
