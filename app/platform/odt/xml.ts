import { xmlText } from "~/platform/xml-text";

/** Attributes of an element, in their order; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as XML; `inner` is XML already, the values of attributes are plain text. */
export function element(name: string, attributes: Attributes = {}, inner = ""): string {
  const said = Object.entries(attributes).map(([key, value]) => (value === undefined ? "" : ` ${key}="${xmlText(String(value))}"`));
  return inner === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inner}</${name}>`;
}

/**
 * Words as they stand in a paragraph: OpenDocument reads several spaces as one and drops those at an edge, so they are counted, and tabs and
 * ends of lines have elements of their own (ODF 1.3 part 3, 6.1).
 */
export function words(text: string): string {
  return xmlText(text)
    .replaceAll(/ {2,}|^ | $/gu, (spaces) => element("text:s", { "text:c": spaces.length > 1 ? spaces.length : undefined }))
    .replaceAll("\t", element("text:tab"))
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/gu, element("text:line-break"));
}

/** The first line of every part of a package. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

const oasis = "urn:oasis:names:tc:opendocument:xmlns:";

/** The names of the vocabularies of a text document. */
export const namespaces: Attributes = {
  "xmlns:office": `${oasis}office:1.0`,
  "xmlns:style": `${oasis}style:1.0`,
  "xmlns:text": `${oasis}text:1.0`,
  "xmlns:table": `${oasis}table:1.0`,
  "xmlns:draw": `${oasis}drawing:1.0`,
  "xmlns:fo": `${oasis}xsl-fo-compatible:1.0`,
  "xmlns:svg": `${oasis}svg-compatible:1.0`,
  "xmlns:meta": `${oasis}meta:1.0`,
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
  "office:version": "1.3",
};
