import { wordSegments } from "~/domain/formats";
import { withPlainNewlines } from "./characters";
import type { Block, BlockDocument, BoundFigure, Inline, List, ReferenceTarget, StatementDocument } from "./document";
import { inlineOf, textblocksOf } from "./inline-of";
import { tidyDoc } from "./tidy-doc";

/** How notes, citations and cross references are written in plain text; without it notes stand in brackets and the others are left out. */
export type AtomWords = {
  footnote?: (text: string) => string;
  citation?: (linkId: string) => string;
  reference?: (target: ReferenceTarget) => string;
};

/** The document of a plain text: blank lines make paragraphs, single newlines make line breaks; nothing is read as markup. */
export function docOfText(text: string): StatementDocument {
  const paragraphs = withPlainNewlines(text).split(/\n(?:[ \t]*\n)+/);
  return tidyDoc({ type: "doc", content: paragraphs.map((part) => ({ type: "paragraph" as const, content: runsOf(part) })) });
}

/** The plain text of a document: paragraphs with a blank line between, items after "-" or their number, cells with a tab between. */
export function textOfDoc(doc: BlockDocument, words: AtomWords = {}): string {
  return doc.content.map((block) => blockText(block, words)).join("\n\n");
}

/** The links that a document cites, each once, in the order of first mention. */
export function citationsOf(doc: BlockDocument): string[] {
  return [...new Set(inlineOf(doc).flatMap((node) => (node.type === "citation" ? [node.attrs.linkId] : [])))];
}

/** The cross references of a document, in order. */
export function referencesOf(doc: BlockDocument): ReferenceTarget[] {
  return inlineOf(doc).flatMap((node) => (node.type === "reference" ? [node.attrs] : []));
}

/** The figures of a document, in order. */
export function figuresOf(doc: BlockDocument): BoundFigure[] {
  return inlineOf(doc).flatMap((node) => (node.type === "figure" ? [node.attrs] : []));
}

/** The texts of the notes of a document, in order. */
export function notesOf(doc: BlockDocument): string[] {
  return inlineOf(doc).flatMap((node) => (node.type === "footnote" ? [node.attrs.text] : []));
}

/** The number of words of a document in the sense of the language; notes, citations and cross references are not counted. */
export function wordCount(doc: BlockDocument, language: string): number {
  const wordsIn = (text: string) => wordSegments(text, language).filter(({ isWordLike }) => isWordLike).length;
  const texts = doc.content.flatMap(textblocksOf).map((content) => inlineText(content, { footnote: () => "" }));
  return texts.reduce((count, text) => count + wordsIn(text), 0);
}

/** Says whether a document has nothing to read: no letters, and nothing that stands between them. */
export function isEmptyDoc(doc: BlockDocument): boolean {
  return inlineOf(doc).every((node) => node.type === "hard_break" || (node.type === "text" && node.text.trim() === ""));
}

function blockText(block: Block, words: AtomWords): string {
  switch (block.type) {
    case "table":
      return block.content.map((row) => row.content.map((cell) => inlineText(cell.content, words)).join("\t")).join("\n");
    case "bullet_list":
    case "ordered_list":
      return listText(block, words, "");
    default:
      return inlineText(block.content, words);
  }
}

function listText(list: List, words: AtomWords, indent: string): string {
  const items = list.content.map(({ content: [first, ...lists] }, at) => {
    const marker = list.type === "bullet_list" ? "-" : `${at + 1}.`;
    const own = `${indent}${marker} ${inlineText(first.content, words).replaceAll("\n", `\n${indent}  `)}`;
    return [own, ...lists.map((below) => listText(below, words, `${indent}  `))].join("\n");
  });
  return items.join("\n");
}

function inlineText(content: readonly Inline[] = [], words: AtomWords): string {
  return content.map((node) => inlineWords(node, words)).join("");
}

function inlineWords(node: Inline, words: AtomWords): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "hard_break":
      return "\n";
    case "footnote":
      return words.footnote?.(node.attrs.text) ?? ` (${node.attrs.text})`;
    case "citation":
      return words.citation?.(node.attrs.linkId) ?? "";
    case "reference":
      return words.reference?.(node.attrs) ?? "";
    case "figure":
      return node.attrs.shown;
  }
}

function runsOf(text: string): Inline[] {
  return text
    .split("\n")
    .flatMap((line, at): Inline[] => [
      ...(at > 0 ? [{ type: "hard_break" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", text: line } as const]),
    ]);
}
