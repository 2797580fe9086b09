import { foldedName } from "./countries";

/** The levels on which an actor can work that have a word in each language, the widest first. A level outside this list is kept in own words. */
export const actorLevels = ["global", "international", "regional", "national", "local", "city"] as const;
/** A level on which an actor can work that has a word in each language. */
export type ActorLevel = (typeof actorLevels)[number];

/** The level of that key, or `undefined` for any other words. */
export function actorLevelIfAny(words: string): ActorLevel | undefined {
  return actorLevels.find((level) => level === words);
}

/** Levels as they are kept, of words as they were typed or found. */
export type ReadLevels = (typed: readonly string[]) => string[];

/**
 * Makes the reader of levels that knows these words for each, in any language and without regard to capitals and accents. Known levels are
 * kept by their key and come first, the widest before the narrower; others follow in their own words, in the order given. Each stands once.
 */
export function levelReader(words: Readonly<Record<ActorLevel, readonly string[]>>): ReadLevels {
  const known = new Map(actorLevels.flatMap((level) => [level, ...words[level]].map((word) => [foldedName(word), level] as const)));
  return (typed) => {
    const read = new Set(typed.map((one) => known.get(foldedName(one)) ?? one.trim()));
    return [...actorLevels.filter((level) => read.has(level)), ...[...read].filter((one) => one !== "" && !actorLevelIfAny(one))];
  };
}

/** The words for levels as they are kept: a known one by its name, any other in its own words. */
export function levelNames(stored: readonly string[], nameOf: (level: ActorLevel) => string): string[] {
  return stored.map((one) => {
    const level = actorLevelIfAny(one);
    return level ? nameOf(level) : one;
  });
}
