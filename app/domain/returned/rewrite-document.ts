import type { Block, BlockDocument, Inline, List, ListItem, Paragraph } from "~/domain/text/document";
import { textblocksOf } from "~/domain/text/inline-of";
import { isEmptyDoc } from "~/domain/text/text-of-doc";
import { tidyDoc } from "~/domain/text/tidy-doc";
import { rewriteLine } from "./rewrite-words";

/** A line of a text as the file printed it when it was sent. */
export interface SentLine {
  line: number;
  words: string;
}

/** A paragraph of a returned file that belongs to a text: one of its lines, or a new one (null). */
export interface ReturnedLine {
  line: number | null;
  words: string;
}

/** Stands between the paragraphs of a text while they are compared as one. */
const paragraphEnd = "\u2029";

/** Says whether a text is paragraphs alone, so that one can be put in, cut in two, or taken away. */
export function isParagraphsOnly({ content }: BlockDocument): boolean {
  return content.every(({ type }) => type === "paragraph");
}

/** The document of a text with the words of a returned file; null where nothing is left of it, or where it isn't printed as its content says. */
export function rewriteDocument(
  document: BlockDocument,
  sent: readonly SentLine[],
  returned: readonly ReturnedLine[],
): BlockDocument | null {
  const rewritten = isParagraphsOnly(document) ? asOne(document, sent, returned) : lineByLine(document, sent, returned);
  const tidy = rewritten && tidyDoc(rewritten);
  return tidy && !isEmptyDoc(tidy) ? tidy : null;
}

function asOne(document: BlockDocument, sent: readonly SentLine[], returned: readonly ReturnedLine[]): BlockDocument | null {
  const lines = document.content.flatMap(textblocksOf);
  const content = lines.flatMap((line, n): Inline[] => (n === 0 ? line : [{ type: "text", text: paragraphEnd }, ...line]));
  const wordsAt = (n: number) => sent.find(({ line }) => line === n)?.words ?? "";
  const rewritten = rewriteLine(
    content,
    lines.map((_, n) => wordsAt(n)).join(paragraphEnd),
    returned.map(({ words }) => words).join(paragraphEnd),
  );
  return rewritten && { type: "doc", content: paragraphsOf(rewritten) };
}

function paragraphsOf(content: readonly Inline[]): Paragraph[] {
  const lines: Inline[][] = [[]];
  for (const node of content) {
    if (node.type !== "text") lines.at(-1)?.push(node);
    else
      for (const [n, text] of node.text.split(paragraphEnd).entries()) {
        if (n > 0) lines.push([]);
        if (text !== "") lines.at(-1)?.push({ ...node, text });
      }
  }
  return lines.map((line) => ({ type: "paragraph", content: line }));
}

function lineByLine(document: BlockDocument, sent: readonly SentLine[], returned: readonly ReturnedLine[]): BlockDocument | null {
  const lines = document.content.flatMap(textblocksOf).map((content, n) => {
    const [before, after] = [sent.find(({ line }) => line === n), returned.find(({ line }) => line === n)];
    if (!before) return content; // a line without words isn't told apart in a file
    return before.words === after?.words ? content : rewriteLine(content, before.words, after?.words ?? "");
  });
  return lines.every((line) => line !== null) ? withoutEmptyItems(withLines(document, lines)) : null;
}

/** The document without items of which nothing is left. */
function withoutEmptyItems({ type, content }: BlockDocument): BlockDocument {
  const filled = (list: List): List[] => {
    const items = list.content.flatMap(({ content: [first, ...lists] }): ListItem[] => {
      const below = lists.flatMap(filled);
      const isEmpty = (first.content ?? []).length === 0 && below.length === 0;
      return isEmpty ? [] : [{ type: "list_item", content: [first, ...below] }];
    });
    return items.length > 0 ? [{ ...list, content: items }] : [];
  };
  return { type, content: content.flatMap((block): Block[] => (isList(block) ? filled(block) : [block])) };
}

const isList = (block: Block): block is List => block.type === "bullet_list" || block.type === "ordered_list";

/** The document with other contents in its paragraphs, headings, items and cells, in reading order. */
function withLines(document: BlockDocument, lines: readonly Inline[][]): BlockDocument {
  const waiting = lines.values();
  const next = () => ({ content: waiting.next().value ?? [] });
  const listWith = (list: List): List => ({
    ...list,
    content: list.content.map(({ content: [first, ...lists] }) => ({
      type: "list_item",
      content: [{ ...first, ...next() }, ...lists.map(listWith)],
    })),
  });
  const blockWith = (block: Block): Block => {
    if (block.type === "table")
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => ({ ...cell, ...next() })) })) };
    return block.type === "paragraph" || block.type === "heading" ? { ...block, ...next() } : listWith(block);
  };
  return { type: "doc", content: document.content.map(blockWith) };
}
