import { createTranslator } from "use-intl/core";
import { dateFormat } from "~/domain/formats";
import type { Say } from "~/domain/document/words";
import { languageIfAny, type Language } from "~/domain/tool-language";
import { textsOf } from "./i18n.server";

const isoDay = /^\d{4}-\d{2}-\d{2}(T.*)?$/u;

/**
 * The words of the tool as a document prints them: keys of `document`, those of data blocks as `data.…` of `evidence`, those of
 * pictures as `pictures.…`.
 * Values that are ISO days or times are written as days of the language; a language that the tool doesn't speak gets English words.
 */
export function documentWords(language: string): Say {
  const spoken = languageIfAny(language) ?? "en";
  const words = made[spoken] ?? wordsIn(spoken);
  made[spoken] = words;
  return words;
}

/** Texts are read once in each language: many a data block asks for the words of each of its rows. */
const made: Partial<Record<Language, Say>> = {};

function wordsIn(spoken: Language): Say {
  const locale = spoken === "nl" ? "nl" : "en-GB";
  // Keys come from content as text, so a key is checked when it is used and not by its type.
  const { document, evidence, pictures } = textsOf(spoken);
  const own = createTranslator<Record<string, string>>({ locale, messages: document });
  const data = createTranslator<Record<string, string>>({ locale, messages: withDeeper(evidence.data) });
  const drawn = createTranslator<Record<string, string>>({ locale, messages: withDeeper(pictures) });
  const day = dateFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
  const written = (value: string | number) => (typeof value === "string" && isoDay.test(value) ? day.format(new Date(value)) : value);
  return (key, values = {}) => {
    const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
    if (key.startsWith("data.")) return data(key.slice("data.".length), shown);
    return key.startsWith("pictures.") ? drawn(key.slice("pictures.".length), shown) : own(key, shown);
  };
}

/** Words of which some stand deeper: they are asked for by their whole key, `flow.title`. */
function withDeeper(words: object): Record<string, string> {
  return words as Record<string, string>; // the translator walks a key with dots down to its text
}
