import { numberFormat } from "~/domain/formats";
import { textIn, type LocalText } from "~/domain/local-text";
import { languageIfAny } from "~/domain/tool-language";

/** Says a word of the tool by its key. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a picture is worded with, in one language. */
export interface PictureWords {
  /** A word of the tool: a key of the namespace `pictures`, or `data.…` of `evidence`. */
  say: Say;
  /** A text of the protocol or of a record; `` where there is none. */
  text: (text: LocalText | null | undefined) => string;
  /** A number as the language writes it; `digits` fixes the decimals. */
  number: (value: number, digits?: number) => string;
}

/** The words of a picture in a language; a text that lacks it is given in the first of `fallbackOrder` that it has. */
export function pictureWords(say: Say, language: string, fallbackOrder: readonly string[]): PictureWords {
  const locale = languageIfAny(language) === "nl" ? "nl" : "en-GB";
  return {
    say,
    text: (text) => textIn(text, language, fallbackOrder),
    number: (value, digits) =>
      numberFormat(locale, digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
  };
}
