import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";

/** The parts of a Word file as text, by path; refuses a part that is not well-formed XML. */
export function partsOf(file: Uint8Array): Record<string, string> {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
  for (const [path, text] of Object.entries(parts)) {
    const valid = path.endsWith(".xml") || path.endsWith(".rels") ? XMLValidator.validate(text) : true;
    if (valid !== true) throw new Error(`${path} is no XML: ${valid.err.msg}`);
  }
  return parts;
}

/** One paragraph of a Word file: its style, its text, and the bookmarks, anchors and languages in it. */
export interface ReadParagraph {
  style: string;
  text: string;
  bookmarks: string[];
  anchors: string[];
  languages: string[];
}

type Node = Record<string, unknown>;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
});

/** The paragraphs of a part, those in tables too, in reading order. */
export function paragraphsOf(xml: string): ReadParagraph[] {
  const found: ReadParagraph[] = [];
  const walk = (nodes: unknown, current: ReadParagraph | null): void => {
    if (!Array.isArray(nodes)) return;
    for (const node of nodes as Node[]) {
      const tag = Object.keys(node).find((key) => key !== ":@") ?? "";
      const attributes = (node[":@"] ?? {}) as Record<string, string>;
      const inside = tag === "w:p" ? { style: "", text: "", bookmarks: [], anchors: [], languages: [] } : current;
      if (tag === "w:p" && inside) found.push(inside);
      if (inside) note(inside, tag, attributes, node);
      walk(node[tag], inside);
    }
  };
  walk(parser.parse(xml), null);
  return found;
}

function note(paragraph: ReadParagraph, tag: string, attributes: Record<string, string>, node: Node): void {
  if (tag === "w:pStyle") paragraph.style = attributes["@_w:val"] ?? "";
  if (tag === "w:bookmarkStart") paragraph.bookmarks.push(attributes["@_w:name"] ?? "");
  if (tag === "w:hyperlink" && attributes["@_w:anchor"]) paragraph.anchors.push(attributes["@_w:anchor"]);
  if (tag === "w:lang") paragraph.languages.push(attributes["@_w:val"] ?? "");
  if (tag === "w:tab") paragraph.text += "\t";
  if (tag === "#text" && typeof node[tag] === "string") paragraph.text += node[tag];
}

/** Runs a program that reads documents; says what to install where it is not there. */
export function runReader(program: string, debian: string, args: string[], input?: Uint8Array): string {
  const done = spawnSync(program, args, { ...(input && { input }), encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (done.error) throw new Error(`${program} is needed to read the document back: apt-get install ${debian}`);
  if (done.status !== 0) throw new Error(`${program} can't read it: ${done.stderr}`);
  return done.stdout;
}

/** The text of a Word file as pandoc reads it. */
export function readWithPandoc(file: Uint8Array, ...options: string[]): string {
  return runReader("pandoc", "pandoc", ["-f", "docx", "-t", "plain", "--wrap=none", ...options, "-"], file);
}

/** The text of a Word file as LibreOffice reads it. */
export function readWithLibreOffice(file: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-docx-"));
  writeFileSync(join(folder, "read.docx"), file);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const convert = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, join(folder, "read.docx")];
  runReader("soffice", "libreoffice-writer", [profile, ...convert]);
  return readFileSync(join(folder, "read.txt"), "utf8");
}
