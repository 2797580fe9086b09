import { xmlText } from "~/platform/xml-text";
import { editionLine } from "~/domain/document/fingerprint";
import { image } from "~/platform/odt/picture";
import { word } from "~/platform/document-locale";
import { paragraph, passage, tab, type Writing } from "~/platform/odt/writing";
import { element, words } from "~/platform/odt/xml";
import { markPng } from "~/platform/picture.server";

/** The size of a page and what stays free at its edges: A4, as the Word file has it. */
export const pageLayout = element(
  "style:page-layout",
  { "style:name": "Page" },
  [
    element(
      "style:page-layout-properties",
      {
        "fo:page-width": "595.3pt",
        "fo:page-height": "841.9pt",
        "style:print-orientation": "portrait",
        ...{ "fo:margin-top": "31pt", "fo:margin-bottom": "28pt", "fo:margin-left": "70.9pt", "fo:margin-right": "70.9pt" },
      },
      element("style:footnote-sep", {
        "style:width": "0.5pt",
        "style:distance-before-sep": "6pt",
        "style:distance-after-sep": "4pt",
        "style:rel-width": "25%",
      }),
    ),
    element("style:header-style", {}, element("style:header-footer-properties", { "fo:min-height": "20pt", "fo:margin-bottom": "16pt" })),
    element("style:footer-style", {}, element("style:header-footer-properties", { "fo:min-height": "20pt", "fo:margin-top": "14pt" })),
  ].join(""),
);

/** Every page with its head and its foot. */
export function masterPage(writing: Writing): string {
  const inner = `${element("style:header", {}, header(writing))}${element("style:footer", {}, footer(writing))}`;
  return element("style:master-page", { "style:name": "Standard", "style:page-layout-name": "Page" }, inner);
}

/** The head of every page: classification and title, what is still lacking, and the notice of example data; the mark of a draft lies behind. */
function header(writing: Writing): string {
  const { document } = writing;
  const lines = [document.lacking, document.notice].filter((text): text is string => text !== null);
  const title = `${passage(writing, { bold: true }, words(document.classification))}${words(` · ${document.title}`)}`;
  const rest = lines.map((text, at) => paragraph(at === lines.length - 1 ? "HeaderNoticeLast" : "HeaderNotice", words(text)));
  return [paragraph(rest.length > 0 ? "Header" : "HeaderLast", `${draftMark(writing)}${title}`), ...rest].join("");
}

/** The mark of a draft as a picture, so that no program takes it for words of the text. */
function draftMark(writing: Writing): string {
  if (writing.document.purpose !== "concept") return "";
  const text = word(writing, "draft-mark");
  const path = "Pictures/draft-mark.png";
  writing.pictures.push({ path, bytes: markPng(text) });
  return element(
    "draw:frame",
    {
      ...{ "draw:style-name": "DraftMark", "draw:name": "DraftMark", "text:anchor-type": "char", "draw:z-index": 0 },
      ...{ "svg:width": "420pt", "svg:height": "420pt" },
    },
    `${image(path, "image/png")}${element("svg:title", {}, xmlText(text))}`,
  );
}

/** The foot of every page: edition, fingerprint, page x of y. */
function footer(writing: Writing): string {
  const { document, hash } = writing;
  const page = element("text:page-number", { "text:select-page": "current" }, "1");
  const count = element("text:page-count", {}, "1");
  const numbers = `${words(word(writing, "page"))} ${page} ${words(word(writing, "of"))} ${count}`;
  return paragraph("Footer", `${words(editionLine(document, hash))}${tab}${numbers}`);
}
