/** Codes that the system names and that are no country: groupings, private use, outlying parts without inhabitants of their own. */
const noCountry = /^(EU|EZ|UN|X[ABL-Z]|Q[M-Z]|ZZ)$/u;
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const namers = new Map<string, Intl.DisplayNames>();

function namerOf(language: string): Intl.DisplayNames {
  const known = namers.get(language) ?? new Intl.DisplayNames([language, "en"], { type: "region", fallback: "none" });
  namers.set(language, known);
  return known;
}

/** The codes of ISO 3166-1 (two capitals) that this system names, in the order of the alphabet; codes of states that are no more are left out. */
const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountry.test(code) && namerOf("en").of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code);

const known: ReadonlySet<string> = new Set(countryCodes);

/** What a country is called in a language: the name of its code, or the words that were kept where no code was known. */
export function countryName(stored: string, language: string): string {
  return known.has(stored) ? (namerOf(language).of(stored) ?? stored) : stored;
}

/** Names as they are compared: small letters without accents, signs and spaces. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Further words for a country than the system's own name in English. */
const otherWords: Readonly<Record<string, string>> = {
  burma: "MM",
  birma: "MM",
  "the netherlands": "NL",
  holland: "NL",
  "united states of america": "US",
  usa: "US",
  "great britain": "GB",
  turkey: "TR",
  "czech republic": "CZ",
  "ivory coast": "CI",
  "dr congo": "CD",
  "democratic republic of the congo": "CD",
};

const readers = new Map<string, ReadonlyMap<string, string>>();

/** Each name of each country in a language, folded, with its code; a name with an addition in brackets without it too. */
function namesIn(language: string): ReadonlyMap<string, string> {
  const made = readers.get(language);
  if (made) return made;
  const names = countryCodes.flatMap((code) => {
    const name = namerOf(language).of(code) ?? code;
    return [name, name.replace(/\s*\(.*\)$/u, "")].map((one) => [foldedName(one), code] as const);
  });
  // Where two share a name, the first one has it.
  const found = new Map(names.toReversed());
  readers.set(language, found);
  return found;
}

/** A country as it is kept: the code of one that is named by it or by its name in one of the languages, else the words as they are. */
export function readCountry(typed: string, languages: readonly string[]): string {
  const text = typed.trim();
  if (/^[a-z]{2}$/iu.test(text) && known.has(text.toUpperCase())) return text.toUpperCase();
  const folded = foldedName(text);
  const found = [...new Set([...languages, "nl", "en"])].flatMap((language) => namesIn(language).get(folded) ?? []);
  return found[0] ?? otherWords[folded] ?? text;
}

/** Countries as they are kept, each once and in the order given. */
export function readCountries(typed: readonly string[], languages: readonly string[]): string[] {
  const read = typed.map((one) => readCountry(one, languages)).filter((one) => one !== "");
  return [...new Set(read)];
}
