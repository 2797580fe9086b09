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
