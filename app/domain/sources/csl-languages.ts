/** The code of a language that is not known (ISO 639-2): of a record that names none. It is never written into a file. */
export const unknownLanguage = "und";

const codes: Readonly<Record<string, string>> = {
  english: "en",
  engels: "en",
  eng: "en",
  dutch: "nl",
  nederlands: "nl",
  dut: "nl",
  nld: "nl",
  french: "fr",
  frans: "fr",
  fre: "fr",
  fra: "fr",
  german: "de",
  duits: "de",
  ger: "de",
  deu: "de",
  spanish: "es",
  spaans: "es",
  spa: "es",
  portuguese: "pt",
  portugees: "pt",
  por: "pt",
};

/** The language that a record names, by code or by word, as a code that we keep; null = none, or none that we know the code of. */
export function languageCode(named: string): string | null {
  const word = named.trim().toLowerCase().replaceAll("_", "-");
  if (Object.hasOwn(codes, word)) return codes[word] ?? null;
  return /^[a-z]{2}(-[a-z0-9]{2,8})?$/u.test(word) ? word : null;
}
