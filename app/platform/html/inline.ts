import type { GroundShown, Inline } from "~/domain/document/model";
import { groundText } from "~/domain/document/statement-text";
import { isHref } from "~/domain/text/limits";
import { element, pieces, type Child, type Markup } from "./markup";
import { word } from "~/platform/document-locale";
import { langOf, type Writing } from "./writing";

/** A line of the document; `around` is the language of the element that holds it. */
export function line(writing: Writing, content: readonly Inline[], around: string): Markup {
  return pieces(...content.map((each) => part(writing, each, around)));
}

function part(writing: Writing, each: Inline, around: string): Child {
  switch (each.kind) {
    case "text":
      return textPart(each, around);
    case "break":
      return element("br", {});
    case "footnote":
      return noteCall(writing, each);
    case "ground":
      return [" ", element("span", { class: "cite", ...langOf(writing.document.language, around) }, "[", chip(writing, each.ground), "]")];
    case "reference":
      return element("a", { href: `#${each.to}` }, each.text);
  }
}

/** A link leads out by http, https or mail alone, whatever a document says. */
function textPart({ text, strong, em, href, language }: Extract<Inline, { kind: "text" }>, around: string): Child {
  const bold = strong ? element("strong", {}, text) : text;
  const shown = em ? element("em", {}, bold) : bold;
  const lang = langOf(language ?? around, around);
  if (isHref(href)) return element("a", { class: "out", href, rel: "noopener noreferrer", ...lang }, shown);
  return language === undefined || language === around ? shown : element("span", lang, shown);
}

function noteCall(writing: Writing, note: Inline): Markup {
  const number = writing.notes.get(note) ?? 0;
  const label = `${word(writing, "footnote")} ${number}`;
  const lang = { lang: writing.document.language };
  return element(
    "sup",
    { id: `call_${number}`, class: "call" },
    element("a", { href: `#note_${number}`, "aria-label": label, role: "doc-noteref", ...lang }, String(number)),
  );
}

/** A ground as a link to where it is described: its code, and in words how it bears where it does not support. */
function chip({ document }: Writing, ground: GroundShown): Markup {
  return element("a", { class: `ground ${ground.relation}`, href: `#${ground.to}` }, groundText(ground, document.words));
}

/** The grounds of a statement in square brackets: the segments of its ground line. */
export function chips(writing: Writing, grounds: readonly GroundShown[]): Markup {
  return pieces("[", ...grounds.map((ground, at): Child => (at > 0 ? [", ", chip(writing, ground)] : chip(writing, ground))), "]");
}

/** Says that a text stands here in its original language, and why. */
export function flagMark(writing: Writing, flag: "untranslated" | "behind" | undefined, around: string): Child {
  return flag && [" ", element("span", { class: "flag", ...langOf(writing.document.language, around) }, `[${word(writing, flag)}]`)];
}
