import { captionsOf, type Caption } from "~/domain/document/captions";
import type { DocumentSection } from "~/domain/document/model";
import { fingerprint } from "~/domain/document/fingerprint";
import { sequences } from "~/platform/odt/caption";
import { entryStops, hung } from "~/platform/odt/measures";
import { word } from "~/platform/document-locale";
import { link, otherLanguage, paragraph, passage, styleOf, tab, type Writing } from "~/platform/odt/writing";
import { element, words, type Attributes } from "~/platform/odt/xml";

/** The title page: title, what the document is and lacks, and the facts of the edition. */
export function titlePage(writing: Writing): string {
  const { document, hash } = writing;
  const facts = [...document.titlePage, { term: word(writing, "fingerprint"), text: `sha256 ${fingerprint(hash)}` }];
  const notices = [document.classification, document.lacking, document.notice].filter((text): text is string => text !== null);
  return [
    paragraph("Title", words(document.title)),
    ...facts.map(({ term, text }) => paragraph("Front", `${passage(writing, { bold: true }, words(term))}${tab}${words(text)}`)),
    paragraph("Standard", ""),
    ...notices.map((text) => paragraph("Notice", words(text))),
  ].join("");
}

/** How deep the list of contents goes. */
const deepest = 3;

/** The list of contents, filled in; the page numbers are fields that the reader's program counts, since a wrong one would be worse than none. */
export function contents(writing: Writing): string {
  const title = word(writing, "contents");
  const entries = writing.document.sections.filter(({ level }) => level <= deepest).map((section) => contentsEntry(writing, section));
  const levels = Array.from({ length: 10 }, (_, at) => at + 1);
  return index({
    name: "text:table-of-content",
    ...{ title, titleStyle: "ContentsTop", entries },
    source: { "text:outline-level": deepest, "text:use-index-marks": "false" },
    templates: levels.map((level) => template("text:table-of-content", `Contents_20_${Math.min(deepest, level)}`, level)).join(""),
  });
}

function contentsEntry(writing: Writing, { anchor, level, number, heading, language }: DocumentSection): string {
  const title = passage(writing, otherLanguage(writing, language), words(heading));
  const style = `Contents_20_${level}`;
  if (number === null) return entry(style, anchor, title);
  return entry(number.length > 7 ? wideNumber(writing, style, level) : style, anchor, `${words(number)}${tab}${title}`);
}

/** A list entry with room for a long number, such as that of an annex. */
function wideNumber(writing: Writing, style: string, level: number): string {
  const from = (level - 1) * 320;
  const [left, hanging] = [from + 1150, 1150];
  return styleOf(writing, "paragraph", element("style:paragraph-properties", hung(left, hanging), entryStops(left)), style);
}

/** The list of tables and that of figures; none where the document has none. */
export function captionLists(writing: Writing): string {
  return [
    captionList(writing, { kind: "table", name: "text:table-index", title: word(writing, "list-of-tables") }),
    captionList(writing, { kind: "picture", name: "text:illustration-index", title: word(writing, "list-of-figures") }),
  ].join("");
}

interface CaptionIndex {
  kind: keyof typeof sequences;
  name: "text:table-index" | "text:illustration-index";
  title: string;
}

function captionList(writing: Writing, { kind, name, title }: CaptionIndex): string {
  const captions = captionsOf(writing.document, kind);
  if (captions.length === 0) return "";
  const style = kind === "table" ? "Table_20_index_20_1" : "Illustration_20_Index_20_1";
  const entries = captions.map((caption) => captionEntry(writing, style, caption));
  const source = { "text:caption-sequence-name": sequences[kind], "text:caption-sequence-format": "text" };
  return index({ name, title, titleStyle: "Contents_20_Heading", entries, source, templates: template(name, style) });
}

function captionEntry(writing: Writing, style: string, { label, text, anchor, language }: Caption): string {
  return entry(style, anchor, `${words(`${label}. `)}${passage(writing, otherLanguage(writing, language), words(text))}`);
}

/** A list that a program can make anew: what it is made from, how, and what it holds now. */
interface Index {
  name: string;
  title: string;
  titleStyle: string;
  entries: readonly string[];
  source: Attributes;
  templates: string;
}

function index({ name, title, titleStyle, entries, source, templates }: Index): string {
  const heading = element("text:index-title", { "text:name": `${title}_Head` }, paragraph(titleStyle, words(title)));
  const titleTemplate = element("text:index-title-template", { "text:style-name": titleStyle }, words(title));
  const inner = [
    element(`${name}-source`, source, `${titleTemplate}${templates}`),
    element("text:index-body", {}, `${heading}${entries.join("")}`),
  ];
  return element(name, { "text:name": title, "text:protected": "false" }, inner.join(""));
}

function entry(style: string, anchor: string, inner: string): string {
  const page = element("text:bookmark-ref", { "text:reference-format": "page", "text:ref-name": anchor });
  return paragraph(style, link(`#${anchor}`, "Index_20_Link", `${inner}${tab}${page}`));
}

/** How a program makes an entry anew: a link around its words, a line of dots and the page. */
function template(name: string, style: string, level?: number): string {
  const parts = [
    element("text:index-entry-link-start", { "text:style-name": "Index_20_Link" }),
    element("text:index-entry-text"),
    element("text:index-entry-tab-stop", { "style:type": "right", "style:leader-char": "." }),
    element("text:index-entry-page-number"),
    element("text:index-entry-link-end"),
  ];
  return element(`${name}-entry-template`, { "text:outline-level": level, "text:style-name": style }, parts.join(""));
}
