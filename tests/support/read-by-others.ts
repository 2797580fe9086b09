import { z } from "zod";
import type { FileFormat } from "~/domain/document/file-formats";
import { runReader } from "./docx";
import { odtWithLibreOffice } from "./odt";
import { structLinesOf } from "./poppler";

/** A node of a document as pandoc tells it in JSON: what it is, and what stands in it. */
const Node = z.object({ t: z.string(), c: z.unknown().optional() });

/** The words below a node, its blocks each on a line; what a drawing says of itself is no text of the document. */
function wordsBelow(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsBelow).join("");
  const known = Node.safeParse(node);
  if (!known.success) return typeof node === "object" && node !== null ? Object.values(node).map(wordsBelow).join("") : "";
  const { t, c } = known.data;
  const inside = (at: number) => wordsBelow(Array.isArray(c) ? c[at] : undefined);
  if (t === "Str") return String(c);
  if (t === "Space" || t === "SoftBreak" || t === "LineBreak") return " ";
  if (t === "Para" || t === "Plain") return `${wordsBelow(c)}\n`;
  if (t === "Header") return `${inside(2)}\n`;
  if (t === "Link" || t === "Span" || t === "Div") return inside(1);
  return t === "Image" || t === "RawInline" || t === "RawBlock" ? "" : wordsBelow(c);
}

/** A document as pandoc tells it. */
function pandocOf(format: FileFormat, file: Uint8Array): unknown[] {
  const said: unknown = JSON.parse(runReader("pandoc", "pandoc", ["-f", format, "-t", "json", "-"], file));
  return z.object({ blocks: z.array(z.unknown()) }).parse(said).blocks;
}

const withPandoc = (format: "docx" | "html", file: Uint8Array) => wordsBelow(pandocOf(format, file));

/** The words of a PDF in the order of its structure, without those of its drawings, which have a description. */
function withPoppler(file: Uint8Array): string {
  let left = -1;
  return structLinesOf(file)
    .flatMap(({ depth, role, words }) => {
      if (depth <= left && words === undefined) left = -1;
      if (left < 0 && role === "Figure") left = depth;
      return left < 0 && words !== undefined ? [words] : [];
    })
    .join("");
}

/** The line below everything in an HTML file, which in the others is the foot of every page. */
const foot = /\n(?:Editie|Edition) \d+, [^\n]* sha256 [^\n]*\s*$/u;

/** The words of a file as a program of others reads them. */
export const otherReaders: Readonly<Record<FileFormat, { program: string; read: (file: Uint8Array) => string }>> = {
  docx: { program: "pandoc", read: (file) => withPandoc("docx", file) },
  // Not pandoc: its reader of ODT leaves out the heads of tables, which stand in `table:table-header-rows`.
  odt: { program: "LibreOffice", read: odtWithLibreOffice },
  pdf: { program: "poppler", read: withPoppler },
  archive: { program: "poppler", read: withPoppler },
  html: { program: "pandoc", read: (file) => withPandoc("html", file).replace(foot, "") },
};

/** Words as they can be compared between formats: without gaps and hyphens, which a program may put where a line ends, and without signs that take no room. */
export const comparable = (words: string): string => words.normalize("NFC").replaceAll(/[\s\u00AD\u200B\u2060\uFEFF-]+/gu, "");

/**
 * The sentences of a text from where it begins on: before it lie the title page and the lists of contents, whose page numbers only a program that lays out
 * pages knows. A sentence ends in a full stop, a question mark or an exclamation mark; what has none, as a heading or a cell, goes with what comes after it.
 */
export function sentencesFrom(beginning: string, words: string): string[] {
  const whole = comparable(words);
  const start = whole.indexOf(comparable(beginning));
  if (start < 0) throw new Error(`the text does not begin with: ${beginning}`);
  return whole.slice(start).split(/(?<=[.?!])/u);
}

/** How many rows below its head each table has, in the order of the document, as a program of others counts them. */
export function tableRowsOf(format: FileFormat, file: Uint8Array): number[] {
  if (format === "pdf" || format === "archive") return rowsInPdf(file);
  const rows: number[] = [];
  walkNodes(pandocOf(format, file), ({ t, c }) => {
    if (t === "Table") rows.push(rowsIn(c));
  });
  return rows;
}

/** The rows of the bodies of a table as pandoc tells it; rows of heads alone it counts as heads of the body. */
function rowsIn(table: unknown): number {
  const [, , , , bodies] = PandocTable.parse(table);
  return bodies.reduce((sum, [, , heads, rows]) => sum + heads.length + rows.length, 0);
}

const list = z.array(z.unknown());
const PandocTable = z.tuple(
  [z.unknown(), z.unknown(), z.unknown(), z.unknown(), z.array(z.tuple([z.unknown(), z.unknown(), list, list]))],
  z.unknown(),
);

function rowsInPdf(file: Uint8Array): number[] {
  const rows: number[] = [];
  for (const { role } of structLinesOf(file)) {
    if (role === "Table") rows.push(0);
    if (role === "THead") rows[rows.length - 1] = -1; // a head is a row too
    if (role === "TR") rows[rows.length - 1] = (rows.at(-1) ?? 0) + 1;
  }
  return rows;
}

/** The headings of sections of an HTML file as pandoc reads them, those of one level where it is named; its first level is the title of the document. */
export function headingsOf(file: Uint8Array, level?: number): string[] {
  const found: { level: number; text: string }[] = [];
  walkNodes(pandocOf("html", file), ({ t, c }) => {
    if (t !== "Header") return;
    const [depth, , words] = z.tuple([z.int(), z.unknown(), z.unknown()]).parse(c);
    if (depth > 1) found.push({ level: depth - 1, text: wordsBelow(words) });
  });
  return found.filter((each) => level === undefined || each.level === level).map(({ text }) => text);
}

/** Does something with every node of a document, in order. */
function walkNodes(node: unknown, see: (node: z.output<typeof Node>) => void): void {
  const known = Node.safeParse(node);
  if (known.success) see(known.data);
  if (typeof node === "object" && node !== null) Object.values(node).forEach((each) => walkNodes(each, see));
}
