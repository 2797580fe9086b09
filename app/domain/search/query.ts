import { foldWords, otherForms, searchTokens } from "~/domain/fold";

/** One thing that is looked for: any of these sequences of words, each word next to the other; with `prefix` the last word may go on. */
export interface SearchTerm {
  sequences: readonly (readonly string[])[];
  prefix: boolean;
}

/** What was typed, as the index is asked: all of these and none of those. */
export interface SearchQuery {
  all: readonly SearchTerm[];
  none: readonly SearchTerm[];
}

/** How much of what is typed counts, and how many words of it. */
const mostTyped = 400;
const mostTerms = 12;

/** A word or a phrase as typed; `open` = the text ends in it, so it may be the beginning of a word. */
interface TypedPart {
  text: string;
  phrase: boolean;
  without: boolean;
  open: boolean;
}

/**
 * Reads what was typed: words that must all be there, "a phrase" in any kind of quotes, the beginning of a word (`water*`, and the last word),
 * and `-word` for what may not be there. Each is folded, and stemmed in each language of the study. Whatever is typed is a query; nothing is refused.
 */
export function readQuery(typed: string, languages: readonly string[]): SearchQuery {
  const terms = partsOf(typed)
    .flatMap((part) => termsOf(part, ["und", ...languages]).map((term) => ({ term, without: part.without })))
    .slice(0, mostTerms);
  return {
    all: terms.filter(({ without }) => !without).map(({ term }) => term),
    none: terms.filter(({ without }) => without).map(({ term }) => term),
  };
}

function partsOf(typed: string): TypedPart[] {
  const text = typed
    .slice(0, mostTyped)
    .replace(/[“”„‟«»＂]/gu, '"')
    .trim();
  const found = text.matchAll(/(-?)"([^"]*)("?)|([^\s"]+)/gu);
  return [...found].map(({ 0: whole, 1: minus, 2: phrase, 3: closed, 4: word, index }) => {
    const last = index + whole.length === text.length;
    if (phrase !== undefined) return { text: phrase, phrase: true, without: minus === "-", open: last && closed === "" };
    const bare = word ?? "";
    const without = /^-[^-]/u.test(bare);
    return { text: without ? bare.slice(1) : bare, phrase: without, without, open: (last && !without) || bare.endsWith("*") };
  });
}

/** The terms of a part: one for a phrase, one for each word of anything else (`NAVO-landen` is two). */
function termsOf({ text, phrase, open }: TypedPart, languages: readonly string[]): SearchTerm[] {
  const plain = foldWords(text, "und");
  const texts = phrase ? [text] : plain;
  return texts.flatMap((one, place) => {
    const sequences = languages
      .flatMap((language) =>
        [one, ...(phrase ? [] : otherForms(one, language))].map((form) => foldWords(form, language).flatMap(searchTokens)),
      )
      .filter(({ length }) => length > 0);
    const different = [...new Map(sequences.map((sequence) => [sequence.join(" "), sequence])).values()];
    return different.length === 0 ? [] : [{ sequences: different, prefix: open && place === texts.length - 1 }];
  });
}
