import { newStemmer } from "snowball-stemmers";
import { wordSegments } from "./formats";

const stemmers: Record<string, { stem(word: string): string }> = {
  nl: newStemmer("dutch"),
  en: newStemmer("english"),
};

/**
 * The words of a text as search compares them, in order: lower case, without diacritics, and stemmed in Dutch and English.
 * A word with a digit (a code, a year) is never stemmed; a language without stemmer is folded only.
 */
export function foldWords(text: string, language: string): string[] {
  return wordSegments(text, language).flatMap(({ segment, isWordLike }) => (isWordLike ? [foldWord(segment, language)] : []));
}

/**
 * Other forms of a folded word that its stemmer takes for another word: the Dutch one leaves the plural *s* after a vowel (*organisatie* and
 * *organisaties*). Texts are folded without them; who looks for one form asks for the other too.
 */
export function otherForms(folded: string, language: string): string[] {
  if (language !== "nl" || folded.length < 4) return [];
  if (/[aeiouy]s$/u.test(folded)) return [folded.slice(0, -1)];
  return /[aeiouy]$/u.test(folded) ? [`${folded}s`] : [];
}

/** The words of a folded word as both indexes keep them: letters and digits, so that `foto's` is two; the rest parts words. */
export function searchTokens(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== "");
}

/** Words folded before, by language and word: a text says the same words over and over, and stemming is slow. Emptied when full. */
const folded = new Map<string, string>();
const mostKept = 50_000;

/** One word as search compares it. */
export function foldWord(word: string, language: string): string {
  const key = `${language} ${word}`;
  const known = folded.get(key);
  if (known !== undefined) return known;
  if (folded.size >= mostKept) folded.clear();
  const made = foldAnew(word, language);
  folded.set(key, made);
  return made;
}

function foldAnew(word: string, language: string): string {
  const plain = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'");
  if (/\p{N}/u.test(plain)) return plain;
  return stemmers[language]?.stem(plain) ?? plain;
}
