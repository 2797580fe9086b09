/** The words of the tool that stand in a document, by key; the wording is in the locales. */
const printedWords = [
  "contents",
  "ground",
  "grounds",
  "no-grounds",
  "supports",
  "contradicts",
  "context",
  "repeated",
  "confidence",
  "contradiction-answer",
  "limitations",
  "page",
  "of",
  "edition",
  "fingerprint",
  "register-code",
  "register-what",
  "register-bears",
  "register-empty",
  "untranslated",
  "behind",
  "withheld",
  "finding",
  "answer",
  "conclusion",
  "recommendation",
  "stands-on",
  "question",
  "addressed-to",
  "list-of-tables",
  "list-of-figures",
  "draft-mark",
  "footnote",
  "footnotes",
  "back-to-text",
] as const;

/** Says something of the tool in the language of the document; refuses a key that has no wording. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words that writers print, as they are frozen with the document. */
export function frozenWords(say: Say): Record<string, string> {
  return Object.fromEntries(printedWords.map((key) => [key, say(key)]));
}
