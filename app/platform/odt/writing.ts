import type { EditionDocument } from "~/domain/document/model";
import { wordLanguage } from "~/platform/document-locale";
import { element, type Attributes } from "~/platform/odt/xml";

/** A kind of style that is made while writing. */
type Family = "text" | "paragraph" | "table" | "table-column" | "table-row";

/** A picture of the package. */
export interface Picture {
  path: string;
  bytes: Uint8Array;
}

/** What writing one file has at hand, and what it has met so far. */
export interface Writing {
  document: EditionDocument;
  /** SHA-256 over the frozen documents, as hex. */
  hash: string;
  /** Styles of single passages, columns and tables: their XML without a name, by what they are, with the name that each got. */
  styles: Map<string, { family: Family; name: string; xml: string }>;
  pictures: Picture[];
  counts: { notes: number; tables: number };
}

/** Writing that has met nothing yet. */
export function newWriting(document: EditionDocument, hash: string): Writing {
  return { document, hash, styles: new Map(), pictures: [], counts: { notes: 0, tables: 0 } };
}

/** The name of the style with these properties, made where there is none yet; `parent` is the style that it changes. */
export function styleOf(writing: Writing, family: Family, properties: string, parent?: string): string {
  const key = [family, parent ?? "", properties].join("|");
  const known = writing.styles.get(key);
  if (known) return known.name;
  const name = `${family.replaceAll(/(?:^|-)(\w)\w*/gu, (_, first: string) => first.toUpperCase())}${writing.styles.size + 1}`;
  const attributes = { "style:name": name, "style:family": family, "style:parent-style-name": parent };
  writing.styles.set(key, { family, name, xml: element("style:style", attributes, properties) });
  return name;
}

/** How a passage looks where it differs from its paragraph: sizes in half points. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  colour?: string;
  font?: string;
  size?: number;
  language?: string;
}

/** A passage in a look; as it stands where the look says nothing. */
export function passage(writing: Writing, look: Look, xml: string): string {
  const attributes = textAttributes(look);
  if (Object.keys(attributes).length === 0 || xml === "") return xml;
  return element("text:span", { "text:style-name": styleOf(writing, "text", element("style:text-properties", attributes)) }, xml);
}

/** A look as attributes of the properties of a text, for each of the three kinds of script that OpenDocument tells apart. */
export function textAttributes({ bold, italic, colour, font, size, language }: Look): Attributes {
  return {
    ...(colour ? { "fo:color": `#${colour}` } : {}),
    ...(font ? { "style:font-name": font, "style:font-name-asian": font, "style:font-name-complex": font } : {}),
    ...(size ? onScripts("font-size", `${size / 2}pt`) : {}),
    ...(bold ? onScripts("font-weight", "bold") : {}),
    ...(italic ? onScripts("font-style", "italic") : {}),
    ...(language ? languageAttributes(language) : {}),
  };
}

function onScripts(name: string, value: string): Attributes {
  return { [`fo:${name}`]: value, [`style:${name}-asian`]: value, [`style:${name}-complex`]: value };
}

/** A language as OpenDocument names it: language and country apart, "none" where there is no country. */
function languageAttributes(language: string): Attributes {
  const [own, country] = wordLanguage(language).split("-");
  return { "fo:language": own, "fo:country": country ?? "none" };
}

/** What a passage says of its language: nothing where it is the document's, which the styles say once. */
export function otherLanguage({ document }: Writing, language: string): Look {
  return language === document.language ? {} : { language };
}

/** A paragraph in a style of the document. */
export function paragraph(style: string, inner: string): string {
  return element("text:p", { "text:style-name": style }, inner);
}

/** A place of the document around what it names. */
export function place(anchor: string | undefined, inner: string): string {
  if (anchor === undefined) return inner;
  if (inner === "") return element("text:bookmark", { "text:name": anchor });
  return `${element("text:bookmark-start", { "text:name": anchor })}${inner}${element("text:bookmark-end", { "text:name": anchor })}`;
}

/** A link, to a place of the document as `#place`; it looks as its style does, before and after it was followed. */
export function link(to: string, style: string, inner: string): string {
  const look = { "text:style-name": style, "text:visited-style-name": style };
  return element("text:a", { "xlink:type": "simple", "xlink:href": to, ...look }, inner);
}

/** The next tab stop. */
export const tab = element("text:tab");
