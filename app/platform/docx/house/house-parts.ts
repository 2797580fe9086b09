import { strFromU8, strToU8 } from "fflate";
import { fillIn } from "~/domain/house-style/placeholders";
import type { Placeholder } from "~/domain/house-style/placeholders";
import type { XmlElement } from "~/platform/read-package.server";
import { sha256 } from "~/platform/sha256.server";
import { cleanElements, fillElements } from "./clean";
import type { OpenTemplate } from "./open-template.server";
import { renameReference, shiftedNumber } from "./references";
import { pictureReference, pictureShown, type TemplatePicture } from "./template-pictures";
import { rewrite, xmlOf } from "./xml-tree";

/** A package in the making, and what is taken over into it. */
export interface Taking {
  parts: Map<string, Uint8Array>;
  template: OpenTemplate;
  renamed: ReadonlyMap<string, string>;
  values: Readonly<Record<Placeholder, string>>;
}

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The text of a part, or of none. */
export function textOf(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  return strFromU8(parts.get(path) ?? new Uint8Array());
}

/** Puts something before the end of a part of a package. */
export function insertBefore(parts: Map<string, Uint8Array>, path: string, end: string, added: string): void {
  const at = textOf(parts, path).lastIndexOf(end);
  if (at < 0) throw new Error(`The package has no ${path}.`);
  const xml = textOf(parts, path);
  parts.set(path, strToU8(xml.slice(0, at) + added + xml.slice(at)));
}

/** Says of which type a part is. */
export function addType(parts: Map<string, Uint8Array>, path: string, type: string): void {
  insertBefore(parts, "[Content_Types].xml", "</Types>", `<Override PartName="/${path}" ContentType="${type}"/>`);
}

/** Adds a relationship of the document to a part and gives its id. */
export function relateDocument(parts: Map<string, Uint8Array>, type: string, target: string): string {
  const path = "word/_rels/document.xml.rels";
  const id = `rIdHouse${textOf(parts, path).match(/rIdHouse/gu)?.length ?? 0}`;
  insertBefore(parts, path, "</Relationships>", `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"/>`);
  return id;
}

/** Text and drawings of a template as XML of a part of ours, filled in; its pictures are taken along. `relate` gives the id of a picture's relationship. */
export function takeElements(taking: Taking, from: string, elements: readonly XmlElement[], relate: (picture: string) => string): string {
  const { template, renamed, values } = taking;
  const clean = cleanElements(fillElements(elements, values));
  const made = rewrite(clean, (each): XmlElement[] => {
    if (each.name === "w:numId") return [shiftedNumber(each)];
    if (pictureReference(each) === undefined) return [renameReference(filledName(each, values), renamed)];
    const picture = pictureShown(template, from, each);
    if (!picture) return [];
    const key = each.name === "a:blip" ? "r:embed" : "r:id";
    return [{ ...each, attributes: { ...each.attributes, [key]: relate(takePicture(taking.parts, picture)) } }];
  });
  return xmlOf(made);
}

/** The words of a drawing for who can't see it may hold what is filled in too. */
function filledName(each: XmlElement, values: Taking["values"]): XmlElement {
  const { descr } = each.attributes;
  return each.name === "wp:docPr" && descr ? { ...each, attributes: { ...each.attributes, descr: fillIn(descr, escaped(values)) } } : each;
}

function escaped(values: Taking["values"]): Taking["values"] {
  const text = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return {
    title: text(values.title),
    client: text(values.client),
    date: text(values.date),
    classification: text(values.classification),
    edition: text(values.edition),
  };
}

function takePicture(parts: Map<string, Uint8Array>, { bytes, ending, type }: TemplatePicture): string {
  const path = `word/media/house-${sha256(bytes).slice(0, 16)}.${ending}`;
  parts.set(path, bytes);
  const types = textOf(parts, "[Content_Types].xml");
  if (!new RegExp(`Extension="${ending}"`, "u").test(types)) {
    parts.set(
      "[Content_Types].xml",
      strToU8(types.replace(/(<Types\b[^>]*>)/u, `$1<Default ContentType="${type}" Extension="${ending}"/>`)),
    );
  }
  return path.slice("word/".length);
}

const spaces: Readonly<Record<string, string>> = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: relationTypes,
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  wp14: "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
  w10: "urn:schemas-microsoft-com:office:word",
  w14: "http://schemas.microsoft.com/office/word/2010/wordml",
  wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
  wpg: "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
  wpc: "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
};

/** The namespaces of what is taken over, as attributes of the element that holds it. */
export const namespaces: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(spaces).map(([prefix, address]) => [`xmlns:${prefix}`, address]),
);

/** Adds a head or a foot made of what is taken over and of ours, and gives the id of its relationship. */
export function addEdge(taking: Taking, edge: { place: "header" | "footer"; from: string | null; ours: string; number: number }): string {
  const { place, from, ours, number } = edge;
  const { parts, template } = taking;
  const path = `word/house${place === "header" ? "Header" : "Footer"}${number}.xml`;
  const pictures: string[] = [];
  const relate = (picture: string) => {
    if (!pictures.includes(picture)) pictures.push(picture);
    return `rId${pictures.indexOf(picture) + 1}`;
  };
  const root = place === "header" ? "w:hdr" : "w:ftr";
  const taken =
    from === null
      ? ""
      : takeElements(
          taking,
          from,
          template.xml(from).flatMap(({ children }) => children),
          relate,
        );
  const attributes = Object.entries(namespaces).map(([key, value]) => ` ${key}="${value}"`);
  const inside = `${taken}${ours}` || "<w:p/>";
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root}${attributes.join("")} mc:Ignorable="w14 wp14">${inside}</${root}>`;
  parts.set(path, strToU8(xml));
  if (pictures.length > 0) parts.set(`word/_rels/${path.slice("word/".length)}.rels`, strToU8(relationsTo(pictures)));
  addType(parts, path, `application/vnd.openxmlformats-officedocument.wordprocessingml.${place}+xml`);
  return relateDocument(parts, place, path.slice("word/".length));
}

function relationsTo(pictures: readonly string[]): string {
  const each = pictures.map((target, at) => `<Relationship Id="rId${at + 1}" Type="${relationTypes}/image" Target="${target}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}
