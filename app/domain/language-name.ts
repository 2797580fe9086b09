const namers = new Map<string, Intl.DisplayNames>();

/** What a language is called in another, by its code; the code itself where it has no name. */
export function languageName(code: string, language: string): string {
  const namer = namers.get(language) ?? new Intl.DisplayNames([language, "en"], { type: "language", fallback: "code" });
  namers.set(language, namer);
  return namer.of(code) ?? code;
}
