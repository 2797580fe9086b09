import { linesOfList } from "~/domain/document/lines-of-list";
import type { Block, DocumentSection, EditionDocument, Inline } from "~/domain/document/model";
import { lineText, plainWords } from "~/domain/document/statement-text";
import { textblocksOf } from "~/domain/text/inline-of";
import type { Block as TextBlock, Inline as TextInline } from "~/domain/text/document";
import type { ReadParagraph } from "./annotated-file";
import { wordsOf } from "./paragraph-words";
import type { WrittenBody, WrittenText } from "./written-text";

/** What a paragraph of a file is, as it was sent: a line of a text, what belongs to a statement, the heading of a section, or made by the tool. */
export type SentPlace =
  | { kind: "line"; text: WrittenText; body: WrittenBody; line: number; section: string }
  | { kind: "beside"; text: WrittenText; section: string }
  | { kind: "heading"; section: string }
  | { kind: "made"; section: string | null };

/** A line that is to be found among the paragraphs of a section. */
interface Expected {
  words: string;
  place: SentPlace;
}

/** What each paragraph of a file is, as the edition wrote it: sections by their bookmarks, and in each the written lines in their order. */
export function placesSent(
  paragraphs: readonly ReadParagraph[],
  document: EditionDocument,
  texts: readonly WrittenText[],
): readonly SentPlace[] {
  const sections = new Map(document.sections.map((section) => [section.anchor, section]));
  let current: DocumentSection | undefined;
  let expected: Expected[] = [];
  let last: SentPlace | null = null;
  return paragraphs.map((paragraph) => {
    const opened = paragraph.bookmarks.map((name) => sections.get(name)).find((one) => one !== undefined);
    if (opened) {
      [current, last] = [opened, null];
      expected = expectedIn(opened, document, texts);
      return { kind: "heading", section: opened.code };
    }
    if (isList(paragraph)) current = undefined;
    if (!current) return { kind: "made", section: null };
    const found = nextOf(expected, plainWords(wordsOf(paragraph).before));
    if (found) expected = expected.slice(expected.indexOf(found) + 1);
    last = found ? found.place : besideOf(paragraph, last, current.code);
    return last;
  });
}

/** The lists of contents, of tables and of figures, with what stands over them: they belong to no section, and every program makes them anew. */
export function isList({ style }: Pick<ReadParagraph, "style">): boolean {
  return /^(toc|contents|tableof|illustration|figureindex|frontheading)/u.test(style);
}

/** How far ahead a line is looked for, where one before it can't be found. */
const ahead = 40;

function nextOf(expected: readonly Expected[], words: string): Expected | undefined {
  return words === "" ? undefined : expected.slice(0, ahead).find((one) => one.words === words);
}

/** What stands below a statement belongs to it: its ground line, and what is noted of it. */
function besideOf({ style }: ReadParagraph, last: SentPlace | null, section: string): SentPlace {
  const isBelow = style === "groundline" || style === "statementnote";
  const text = last?.kind === "beside" ? last.text : last?.kind === "line" && last.text.code !== null ? last.text : null;
  return isBelow && text ? { kind: "beside", text, section } : { kind: "made", section };
}

function expectedIn(section: DocumentSection, { words }: EditionDocument, texts: readonly WrittenText[]): Expected[] {
  const written = new Map(texts.flatMap((text) => (text.code === null ? [] : [[text.code, text] as const])));
  const places = runningPlaces(section, texts);
  return section.blocks.flatMap((block, at) => {
    const flag = "flag" in block && block.flag ? ` [${words[block.flag] ?? block.flag}]` : "";
    const lines = linesShown(block);
    const shown = block.kind === "statement" ? statementPlaces(block, written.get(block.code), section.code) : places.get(at);
    return lines.map((line, n): Expected => {
      const said = lineText(line, words) + (n === lines.length - 1 && flagsInline(block) ? flag : "");
      return { words: plainWords(said), place: shown?.[n] ?? { kind: "made", section: section.code } };
    });
  });
}

/** The mark of a missing translation stands in the last line of these; below the others it is a paragraph of its own. */
const flagsInline = ({ kind }: Block) => kind === "paragraph" || kind === "statement";

/** The lines of a block that people wrote, in reading order; none of what the tool makes of records. */
export function linesShown(block: Block): Inline[][] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return [block.content];
    case "list":
      return linesOfList(block.list);
    case "table":
      return [block.head, ...block.rows].flatMap((row) => row.flatMap(({ lines }) => lines));
    case "statement":
      return block.paragraphs;
    default:
      return [];
  }
}

function statementPlaces(block: Extract<Block, { kind: "statement" }>, text: WrittenText | undefined, section: string): SentPlace[] {
  const body = text?.bodies.find(({ language }) => language === block.language);
  if (!text || !body) return [];
  return block.paragraphs.map((_, line) =>
    block.repeats ? { kind: "beside", text, section } : { kind: "line", text, body, line, section },
  );
}

const running: ReadonlySet<Block["kind"]> = new Set(["paragraph", "heading", "list", "table"]);

/** Which lines the blocks of running text are, by the place of the block in the section: the texts are found in their order. */
function runningPlaces(section: DocumentSection, texts: readonly WrittenText[]): Map<number, SentPlace[]> {
  const waiting = texts.filter((text) => text.code === null && text.section === section.code);
  const found = new Map<number, SentPlace[]>();
  let [which, node] = [0, 0];
  for (const [at, block] of section.blocks.entries()) {
    const text = waiting[which];
    const body = text?.bodies.find(({ language }) => language === ("language" in block ? block.language : ""));
    const content = body?.document.content[node];
    if (!text || !body || !content || !running.has(block.kind) || shownKey(linesShown(block)) !== writtenKey(content)) continue;
    const before = body.document.content.slice(0, node).flatMap(textblocksOf).length;
    found.set(
      at,
      textblocksOf(content).map((_, n) => ({ kind: "line", text, body, line: before + n, section: section.code })),
    );
    node += 1;
    if (node === body.document.content.length) [which, node] = [which + 1, 0];
  }
  return found;
}

/** The plain words of lines, without what is numbered or named only in the document. */
function shownKey(lines: readonly Inline[][]): string {
  return lines.map((line) => line.map((each) => (each.kind === "text" ? each.text : "")).join("")).join("\n");
}

function writtenKey(block: TextBlock): string {
  const words = (each: TextInline) => (each.type === "text" ? each.text : each.type === "figure" ? each.attrs.shown : "");
  return textblocksOf(block)
    .map((line) => line.map(words).join(""))
    .join("\n");
}
