import { z } from "zod";
import { type ActorLevel, actorLevels, levelNames, levelReader } from "~/domain/actors/levels";
import { type Language, languages } from "~/domain/tool-language";
import { textsOf, translator } from "~/platform/i18n.server";

/** The words by which a level is known, in every language of the tool: its name and what else it is called. */
function wordsFor(level: ActorLevel): string[] {
  return languages.flatMap((language) => {
    const { levelNames: names, levelWords: others } = textsOf(language).actors;
    return [names[level], ...others[level].split(";")];
  });
}

/** Levels as they are kept, of words in any language of the tool. */
export const readLevels = levelReader(
  Object.fromEntries(actorLevels.map((level) => [level, wordsFor(level)])) as Record<ActorLevel, string[]>, // one for each level
);

const Words = z.array(z.string());

/** The levels of a row: by their key where they are known, also when they were kept in words. */
export const storedLevels = (stored: string): string[] => readLevels(Words.parse(JSON.parse(stored)));

/** Makes the words for levels in a language. */
export function levelNamer(language: Language): (stored: readonly string[]) => string[] {
  const t = translator(language, "actors");
  return (stored) => levelNames(stored, (level) => t(`levelNames.${level}`));
}
