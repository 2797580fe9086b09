import { labelled } from "~/domain/document/labelled";
import { fingerprint } from "~/domain/document/fingerprint";
import { contentsLine } from "~/domain/document/assemble-document";
import { captionsOf } from "~/domain/document/captions";
import type { DocumentSection } from "~/domain/document/model";
import { element, type Child, type Markup } from "./markup";
import { word } from "~/platform/document-locale";
import { langOf, type Writing } from "./writing";

/** The lowest level of the outline that the contents name. */
const deepest = 3;

/** What this document is and what it lacks, in the order in which it is said. */
export function noticesOf({ document }: Writing): string[] {
  return [document.classification, document.lacking, document.notice].filter((text) => text !== null);
}

/** The title, the facts of the edition, and what the document is and lacks. */
export function titlePage(writing: Writing): Markup {
  const { document, hash } = writing;
  const facts = [...document.titlePage, { term: word(writing, "fingerprint"), text: `sha256 ${fingerprint(hash)}` }];
  return element(
    "div",
    { class: "title" },
    element("h1", {}, document.title),
    element("dl", {}, ...facts.map(({ term, text }) => element("div", {}, element("dt", {}, term), element("dd", {}, text)))),
    ...noticesOf(writing).map((text) => element("p", { class: "notice" }, text)),
  );
}

/** The list of contents, and below it those of tables and of figures; each line leads to its place. */
export function contents(writing: Writing): Markup {
  const { document } = writing;
  const lists = (["table", "picture"] as const).map((kind): Child => {
    const captions = captionsOf(document, kind);
    const lines = captions.map(({ label, text, anchor, language }) =>
      element("li", {}, element("a", { href: `#${anchor}`, ...langOf(language, document.language) }, labelled(label, text))),
    );
    const title = word(writing, kind === "table" ? "list-of-tables" : "list-of-figures");
    return captions.length > 0 && [element("h2", {}, title), element("ul", {}, ...lines)];
  });
  const sections = document.sections.filter(({ level }) => level <= deepest);
  return element(
    "nav",
    { class: "contents", "aria-labelledby": "contents" },
    element("h2", { id: "contents" }, word(writing, "contents")),
    tree(writing, sections),
    ...lists,
  );
}

/** Sections as a list, those below each as a list in it. */
function tree(writing: Writing, sections: readonly DocumentSection[]): Child {
  const top = Math.min(...sections.map(({ level }) => level));
  const starts = sections.flatMap(({ level }, at) => (at === 0 || level === top ? [at] : []));
  const items = starts.flatMap((start, place) => {
    const section = sections[start];
    if (!section) return [];
    const below = sections.slice(start + 1, starts[place + 1] ?? sections.length);
    const lang = langOf(section.language, writing.document.language);
    return [element("li", {}, element("a", { href: `#${section.anchor}`, ...lang }, contentsLine(section)), tree(writing, below))];
  });
  return items.length > 0 && element("ol", {}, ...items);
}

/** The notes of the document, each with a way back to where it is called. */
export function footnotes(writing: Writing): Child {
  if (writing.notes.size === 0) return null;
  const items = [...writing.notes].map(([note, number]) =>
    element(
      "li",
      { id: `note_${number}` },
      note.kind === "footnote" && note.text,
      " ",
      element("a", { href: `#call_${number}`, role: "doc-backlink", "aria-label": `${word(writing, "back-to-text")} ${number}` }, "↩"),
    ),
  );
  return element(
    "section",
    { class: "footnotes", "aria-labelledby": "footnotes" },
    element("h2", { id: "footnotes" }, word(writing, "footnotes")),
    element("ol", {}, ...items),
  );
}
