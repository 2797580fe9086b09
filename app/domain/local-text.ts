import { z } from "zod";

/** A language code as BCP 47 writes the common ones: `nl`, `en`, `pt-br`. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/);

/** One text per language code, at least one; which languages it must have is a rule of the protocol, not of this shape. */
export const LocalText = z.record(LanguageCode, z.string().regex(/\S/).max(5000)).refine((text) => Object.keys(text).length > 0);

/** One text in one or more languages, by language code. */
export type LocalText = { readonly [language: string]: string };

/** The text and the language it is in: the wanted language, else the first of `fallbackOrder` that has it, else any; null when there is no text at all. */
export function textWithLanguage(
  text: LocalText | null | undefined,
  language: string,
  fallbackOrder: readonly string[] = [],
): { text: string; language: string } | null {
  if (!text) return null;
  for (const code of [language, ...fallbackOrder, ...Object.keys(text)]) {
    const found = Object.hasOwn(text, code) ? text[code] : undefined;
    if (found !== undefined && found.trim() !== "") return { text: found, language: code };
  }
  return null;
}

/** The text in the wanted language, else in the first of `fallbackOrder` that has it, else in any; "" when there is none. */
export function textIn(text: LocalText | null | undefined, language: string, fallbackOrder: readonly string[] = []): string {
  return textWithLanguage(text, language, fallbackOrder)?.text ?? "";
}

/** The languages of `languages` in which the text is missing. */
export function missingLanguages(text: LocalText, languages: readonly string[]): string[] {
  return languages.filter((code) => !Object.hasOwn(text, code));
}
