import { Bookmark, Paragraph, Tab, TextRun } from "docx";
import type { EditionDocument } from "~/domain/document/model";
import { wordLanguage } from "~/platform/document-locale";
import { measures } from "~/platform/document-look";

/** What writing one file has at hand, and the footnotes that it has met so far. */
export interface Writing {
  document: EditionDocument;
  /** SHA-256 over the frozen documents, as hex: proves which edition a file is. */
  hash: string;
  footnotes: Record<string, { children: Paragraph[] }>;
  /** Number of numbered lists so far: each starts again at 1. */
  lists: { count: number };
  /** Number of tracked changes so far. */
  changes: { count: number };
  /** Pictures by the words that stand for them until the package is put together: the library would take each through its own compression. */
  pictures: Map<string, Uint8Array>;
  /** Width of the text on the page, in twentieths of a point. */
  width: number;
}

/** What writing a document begins with; the text of our own page is as wide as `measures` say. */
export function startWriting(document: EditionDocument, hash: string, width: number = measures.text): Writing {
  return { document, hash, footnotes: {}, lists: { count: 0 }, changes: { count: 0 }, pictures: new Map(), width };
}

/** The time that the library wants of a tracked change; it is left out of the file, which tells no time. */
export const noTime = "1970-01-01T00:00:00Z";

/** What a run says of its language: nothing where it is the document's. */
export function otherLanguage({ document }: Writing, language: string): { language?: { value: string } } {
  return language === document.language ? {} : { language: { value: wordLanguage(language) } };
}

/** Keeps a footnote and gives its number. */
export function addFootnote(writing: Writing, text: string): number {
  const number = Object.keys(writing.footnotes).length + 1;
  writing.footnotes[number] = { children: [new Paragraph({ style: "FootnoteText", children: [new TextRun({ text: ` ${text}` })] })] };
  return number;
}

/** Keeps a picture and gives what stands for it until the package is put together. */
export function addPicture({ pictures }: Writing, bytes: Uint8Array): Buffer {
  const stands = `picture ${pictures.size + 1}`;
  pictures.set(stands, bytes);
  return Buffer.from(stands);
}

/** The place to which a cross reference leads, if there is one; it takes no room. */
export function placeOf(anchor: string | undefined): Bookmark[] {
  return anchor === undefined ? [] : [new Bookmark({ id: anchor, children: [] })];
}

/** What stands over a table or a figure, with its number, as the place to which a list of them leads. */
export function captionParagraph(label: string | undefined, text: string, anchor: string | undefined): Paragraph {
  const number = label === undefined ? [] : [new TextRun({ text: `${label}. ` })];
  return new Paragraph({ style: "Caption", children: [...placeOf(anchor), ...number, new TextRun({ text })] });
}

/** A run that leads to the next tab stop. */
export function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}
