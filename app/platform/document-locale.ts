import type { EditionDocument } from "~/domain/document/model";

/** The country whose way of writing a language a document follows, as ISO 3166-1; languages without one here are written as they are anywhere. */
export const regions: Readonly<Record<string, string>> = { nl: "NL", en: "GB", fr: "FR", de: "DE", es: "ES", pt: "PT" };

/** The language of a passage with its country, as word processors name it (`nl-NL`). */
export function wordLanguage(language: string): string {
  const region = regions[language];
  return region === undefined ? language : `${language}-${region}`;
}

/** A word of the frozen words of the document that is written; its key where the document lacks it. */
export function word({ document }: { document: Pick<EditionDocument, "words"> }, key: string): string {
  return document.words[key] ?? key;
}
