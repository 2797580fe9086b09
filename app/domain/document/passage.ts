import type { Passage } from "~/domain/document/content";

/** Why a text is shown in its original language instead of the document's. */
export type Flag = "untranslated" | "behind";

/** A text as one document shows it: the body, its language, and the mark that it carries if the wanted language was not to be had. */
export interface Chosen<Body> {
  body: Body;
  language: string;
  flag?: Flag;
}

/**
 * A passage in the wanted language; where the translation is missing or behind, the original, marked. `own` is the language
 * of a section that is written in one language only: there the original is right as it is.
 */
export function chosenIn<Body>(passage: Passage<Body>, wanted: string, own: string | null = null): Chosen<Body> {
  const original = { body: passage.body, language: passage.language };
  if (passage.language === (own ?? wanted)) return original;
  const found = passage.translations.find((each) => each.language === (own ?? wanted));
  if (found && !found.behind) return { body: found.body, language: found.language };
  return { ...original, flag: found ? "behind" : "untranslated" };
}
