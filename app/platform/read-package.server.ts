import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { zipProblemOfBytes } from "./check-zip.server";
import { UnreadableFile } from "./unreadable-file";

/** An element of XML in the order of the file: its name, attributes, and what stands in it; text is an element named `#text`. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  text: string;
}

const reading = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
} as const;
const parser = new XMLParser(reading);
/** Leaves `&amp;` and its like as they stand, so that what is read can be written again. */
const rawParser = new XMLParser({ ...reading, processEntities: false });

/**
 * The parts of a packed document that came from elsewhere, as text by path, of those that are wanted. Refuses (`UnreadableFile`) what is no document of its
 * kind, is damaged or locked, or would grow too large once unpacked.
 */
export async function readParts(
  file: Uint8Array,
  wanted: (path: string) => boolean,
  kind: "docx" | "odt" = "docx",
): Promise<Map<string, string>> {
  const problem = await zipProblemOfBytes(file, kind);
  if (problem) throw new UnreadableFile(problem);
  const parts = unzipSync(file, { filter: ({ name }) => wanted(name) });
  return new Map(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The elements of a part; a document type, in which a file could name other files and grow without end, is refused. */
export function readXml(xml: string): XmlElement[] {
  return readWith(parser, xml);
}

/** The same, with attributes and texts as they are written in XML: for `xmlOf`. */
export function readRawXml(xml: string): XmlElement[] {
  return readWith(rawParser, xml);
}

function readWith(using: XMLParser, xml: string): XmlElement[] {
  if (/<!DOCTYPE/iu.test(xml)) throw new UnreadableFile("doctype");
  try {
    return elementsOf(using.parse(xml));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("content"); // the parser throws on what is no XML
  }
}

function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.map((node: Record<string, unknown>): XmlElement => {
    const name = Object.keys(node).find((key) => key !== ":@") ?? "";
    const inside = node[name];
    if (name === "#text") return { name, attributes: {}, children: [], text: String(inside) };
    // The parser gives attributes as texts under this one key.
    return { name, attributes: (node[":@"] ?? {}) as Record<string, string>, children: elementsOf(inside), text: "" };
  });
}

/** The first element of a name among the children, or nothing. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** All text within an element. */
export function textWithin(element: XmlElement): string {
  return element.text + element.children.map(textWithin).join("");
}

/** Every element of a name within these, at any depth. */
export function elementsNamed(elements: readonly XmlElement[], name: string): XmlElement[] {
  return elements.flatMap((each) => [...(each.name === name ? [each] : []), ...elementsNamed(each.children, name)]);
}
