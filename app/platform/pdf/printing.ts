import type { GroundShown, Inline } from "~/domain/document/model";
import { groundText, type FrozenWords } from "~/domain/document/statement-text";
import { regions } from "~/platform/document-locale";
import { printable } from "./printable";
import type { PrintedGround, PrintedLanguage, PrintedLine, PrintedRun } from "./printed";

/** What making a document printable has at hand: its words, the places that it has, and what its typefaces can set. */
export interface Printing {
  words: FrozenWords;
  language: string;
  places: ReadonlySet<string>;
  /** Where each limitation is described, by its number. */
  limitations: ReadonlyMap<number, string>;
  canSet: (characters: readonly number[]) => boolean;
}

/** A text that can be set. */
export function textOf(printing: Printing, text: string): string {
  return printable(text, printing.canSet);
}

/** A text that can be set where nothing breaks: in a drawing, or in what is said of it. */
export function unbrokenOf(printing: Printing, text: string): string {
  return textOf(printing, text).replaceAll("\u200B", "");
}

/** A word of the document's frozen words. */
export function wordOf(printing: Printing, key: string): string {
  return textOf(printing, printing.words[key] ?? key);
}

/** A place, if the document has it. */
export function placeIfAny({ places }: Printing, anchor: string | undefined): string | null {
  return anchor !== undefined && places.has(anchor) ? anchor : null;
}

/** The words that say that a text stands in its original language, and why. */
export function flagIfAny(printing: Printing, flag: "untranslated" | "behind" | undefined): string | null {
  return flag ? wordOf(printing, flag) : null;
}

/** A language as the typesetter knows it; one that is not written as a language is left undetermined. */
export function languageOf(language: string): PrintedLanguage {
  const [code = "", ...rest] = language.toLowerCase().split("-");
  if (!/^[a-z]{2,3}$/u.test(code)) return ["und", null];
  const region = rest.find((part) => /^[a-z]{2}$/u.test(part))?.toUpperCase();
  return [code, region ?? regions[code] ?? null];
}

/** A line with texts that can be set; `language` is the block's. */
export function lineOf(printing: Printing, line: readonly Inline[], language: string): PrintedLine {
  return line.flatMap((each) => runOf(printing, each, language));
}

function runOf(printing: Printing, each: Inline, language: string): PrintedRun | PrintedRun[] {
  switch (each.kind) {
    case "text":
      return textRun(printing, each, language);
    case "break":
      return { k: "break" };
    case "footnote":
      return { k: "note", text: textOf(printing, each.text) };
    case "ground":
      return groundOf(printing, each.ground);
    case "reference":
      return { k: "reference", text: textOf(printing, each.text), to: placeIfAny(printing, each.to) };
  }
}

/** Words that hang together by spaces that don't break. */
const tied = /([^\s\u200B]+(?:\u00A0[^\s\u200B]+)+)/u;

function textRun(printing: Printing, each: Extract<Inline, { kind: "text" }>, language: string): PrintedRun[] {
  const href = hrefIfAny(each.href);
  const look = {
    ...(each.strong ? ({ strong: true } as const) : {}),
    ...(each.em ? ({ em: true } as const) : {}),
    ...(href === null ? {} : { href }),
    ...(each.language !== undefined && each.language !== language ? { lang: languageOf(each.language) } : {}),
  };
  // Splitting by a group gives what is between and what is tied in turn.
  const parts = textOf(printing, each.text).split(tied);
  return parts.flatMap((part, at) => {
    const text = part.replaceAll("\u00A0", " ");
    return text === ""
      ? []
      : [{ k: "text" as const, text, ...look, ...(at % 2 === 1 && text.length <= 40 ? ({ tied: true } as const) : {}) }];
  });
}

/** An address to which a link may lead: what a reader follows, and not longer than a file can hold. */
function hrefIfAny(href: string | undefined): string | null {
  return href !== undefined && /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href) && href.length <= 2000 ? href : null;
}

/** A ground as it is printed, in one piece. */
export function groundOf(printing: Printing, ground: GroundShown): PrintedGround {
  const text = textOf(printing, groundText(ground, printing.words));
  return { k: "ground", text, to: placeIfAny(printing, ground.to), relation: ground.relation };
}
