import type { GroundShown, Inline } from "~/domain/document/model";
import { colours, groundStyles } from "~/platform/document-look";
import { word } from "~/platform/document-locale";
import { link, otherLanguage, paragraph, passage, type Look, type Writing } from "~/platform/odt/writing";
import { element, words } from "~/platform/odt/xml";

/** A line of the document within a paragraph; `language` is the paragraph's. */
export function inlines(writing: Writing, line: readonly Inline[], language: string, look: Look = {}): string {
  return line.map((each) => inline(writing, each, language, look)).join("");
}

function inline(writing: Writing, each: Inline, language: string, look: Look): string {
  switch (each.kind) {
    case "text":
      return textOf(writing, each, each.language ?? language, look);
    case "break":
      return element("text:line-break");
    case "footnote":
      return note(writing, each.text, language);
    case "ground":
      return `${plain("\u00A0[")}${chip(writing, each.ground)}${plain("]")}`;
    case "reference":
      return link(`#${each.to}`, "Reference", passage(writing, look, words(each.text)));
  }
}

function textOf(writing: Writing, { text, strong, em, href }: Extract<Inline, { kind: "text" }>, language: string, look: Look): string {
  const own = { ...look, ...(strong ? { bold: true } : {}), ...(em ? { italic: true } : {}), ...otherLanguage(writing, language) };
  const shown = passage(writing, own, words(text));
  return href ? link(href, "Internet_20_link", shown) : shown;
}

/** A note at the foot of the page. */
function note(writing: Writing, text: string, language: string): string {
  const number = (writing.counts.notes += 1);
  const body = paragraph("Footnote", passage(writing, otherLanguage(writing, language), words(` ${text}`)));
  return element(
    "text:note",
    { "text:id": `ftn${number}`, "text:note-class": "footnote" },
    `${element("text:note-citation", {}, String(number))}${element("text:note-body", {}, body)}`,
  );
}

const plain = (text: string) => element("text:span", { "text:style-name": groundStyles.plain }, words(text));

/** A ground as a link to where it is described: its code, and in words how it bears where it does not support. */
function chip(writing: Writing, { code, relation, to }: GroundShown): string {
  const bearing = relation === "supports" ? "" : `\u00A0${word(writing, relation)}`;
  return link(`#${to}`, groundStyles[relation], words(`${code}${bearing}`));
}

/** Grounds in square brackets. */
export function chips(writing: Writing, grounds: readonly GroundShown[]): string {
  return `${plain("[")}${grounds.map((ground) => chip(writing, ground)).join(plain(", "))}${plain("]")}`;
}

/** Says that a text stands here in its original language, and why. */
export function flagMark(writing: Writing, flag: "untranslated" | "behind" | undefined): string {
  return flag ? passage(writing, { italic: true, colour: colours.rust, size: 17 }, words(` [${word(writing, flag)}]`)) : "";
}
