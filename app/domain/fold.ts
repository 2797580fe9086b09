import { newStemmer } from "snowball-stemmers";

const stemmers: Record<string, { stem(word: string): string }> = {
  nl: newStemmer("dutch"),
  en: newStemmer("english"),
};

/**
 * The words of a text as search compares them, in order: lower case, without diacritics, and stemmed in Dutch and English.
 * A word with a digit (a code, a year) is never stemmed; a language without stemmer is folded only.
 */
export function foldWords(text: string, language: string): string[] {
  const words = new Intl.Segmenter(language, { granularity: "word" });
  return [...words.segment(text)].filter((part) => part.isWordLike).map((part) => foldWord(part.segment, language));
}

function foldWord(word: string, language: string): string {
  const folded = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'");
  if (/\p{N}/u.test(folded)) return folded;
  return stemmers[language]?.stem(folded) ?? folded;
}
