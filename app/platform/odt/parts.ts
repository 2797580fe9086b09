import { xmlText } from "~/platform/xml-text";
import { wordLanguage } from "~/platform/document-locale";
import { provenancePath, provenanceProperties } from "~/platform/odt/provenance-part";
import {
  cellStyles,
  characterStyles,
  fontFaces,
  listStyles,
  markStyle,
  notesConfiguration,
  outlineStyle,
  pictureStyle,
} from "~/platform/odt/other-styles";
import { masterPage, pageLayout } from "~/platform/odt/page";
import { paragraphStyles } from "~/platform/odt/paragraph-styles";
import type { Writing } from "~/platform/odt/writing";
import { element, namespaces, xmlHead } from "~/platform/odt/xml";

/** The media type of a text document. */
export const mediaType = "application/vnd.oasis.opendocument.text";

/** The part with the text, which has been written before: by then its styles are known. */
export function contentPart(writing: Writing, text: string): string {
  const own = [...writing.styles.values()].map(({ xml }) => xml);
  const automatic = element("office:automatic-styles", {}, `${cellStyles}${pictureStyle}${own.join("")}`);
  const inner = `${fontFaces}${automatic}${element("office:body", {}, element("office:text", {}, `${sequenceDecls}${text}`))}`;
  return xmlHead + element("office:document-content", namespaces, inner);
}

const sequenceDecls = element(
  "text:sequence-decls",
  {},
  ["Table", "Figure"].map((name) => element("text:sequence-decl", { "text:display-outline-level": 0, "text:name": name })).join(""),
);

/** The part with the named styles and the pages. */
export function stylesPart(writing: Writing): string {
  const own: Writing = { ...writing, styles: new Map() };
  const pages = masterPage(own);
  const made = [...own.styles.values()].map(({ xml }) => xml);
  const inner = [
    fontFaces,
    element(
      "office:styles",
      {},
      `${paragraphStyles(writing.document.language)}${characterStyles}${outlineStyle}${listStyles}${notesConfiguration}`,
    ),
    element("office:automatic-styles", {}, `${pageLayout}${markStyle}${made.join("")}`),
    element("office:master-styles", {}, pages),
  ];
  return xmlHead + element("office:document-styles", namespaces, inner.join(""));
}

/** The part with what the document says of itself. */
export function metaPart({ document, hash }: Writing, provenance: string): string {
  const described = [document.classification, document.lacking, document.notice].filter((text): text is string => text !== null);
  const own = [
    ["grondslag-edition", String(document.number)],
    ["grondslag-draft", String(document.draft)],
    ["grondslag-sha256", hash],
    ["grondslag-format", document.format],
    ["grondslag-language", document.language],
  ] as const;
  const inner = [
    element("meta:generator", {}, "Grondslag"),
    element("dc:title", {}, xmlText(document.title)),
    element("dc:description", {}, xmlText(described.join(" · "))),
    element("meta:keyword", {}, `edition ${document.number}, draft ${document.draft}`),
    element("meta:initial-creator", {}, "Grondslag"),
    element("dc:creator", {}, "Grondslag"),
    element("dc:language", {}, xmlText(wordLanguage(document.language))),
    ...[...own, ...provenanceProperties(provenance)].map(([name, value]) =>
      element("meta:user-defined", { "meta:name": name, "meta:value-type": "string" }, xmlText(value)),
    ),
  ];
  return xmlHead + element("office:document-meta", namespaces, element("office:meta", {}, inner.join("")));
}

/** The list of what is in the package. */
export function manifestPart({ pictures }: Writing): string {
  const files = [
    ["content.xml", "text/xml"],
    ["styles.xml", "text/xml"],
    ["meta.xml", "text/xml"],
    ...pictures.map(({ path }) => [path, path.endsWith(".svg") ? "image/svg+xml" : "image/png"]),
    [provenancePath, "application/ld+json"],
  ];
  const entry = (path: string | undefined, type: string | undefined, more = {}) =>
    element("manifest:file-entry", { "manifest:full-path": path, ...more, "manifest:media-type": type });
  const inner = [entry("/", mediaType, { "manifest:version": "1.3" }), ...files.map(([path, type]) => entry(path, type))].join("");
  const about = { "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.3" };
  return xmlHead + element("manifest:manifest", about, inner);
}
