import { Bookmark, HeadingLevel, Paragraph, TextRun, type FileChild, type ParagraphChild } from "docx";
import type { Block, DocumentSection, ListShown } from "~/domain/document/model";
import { contentsLine } from "~/domain/document/assemble-document";
import { colours } from "~/platform/document-look";
import { changedRun, flagRuns, runs } from "~/platform/docx/inline";
import { pictureParagraphs } from "~/platform/docx/picture";
import { registerTables } from "~/platform/docx/register";
import { statementParagraphs } from "~/platform/docx/statement";
import { tableOf } from "~/platform/docx/table";
import { word } from "~/platform/document-locale";
import { otherLanguage, placeOf, tab, type Writing } from "~/platform/docx/writing";

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The heading level of a place in the outline, 1 to 6. */
function headingLevel(level: number) {
  return headingLevels[Math.min(6, Math.max(1, level)) - 1] ?? HeadingLevel.HEADING_6;
}

/** A section with its heading; chapters start on a page of their own. */
export function sectionChildren(writing: Writing, section: DocumentSection): FileChild[] {
  const heading = new Paragraph({
    heading: headingLevel(section.level),
    pageBreakBefore: section.level === 1,
    children: [
      new Bookmark({
        id: section.anchor,
        children: headingRuns(writing, section),
      }),
    ],
  });
  const place = writing.document.sections.indexOf(section);
  return [heading, ...section.blocks.flatMap((block, at) => blockChildren(writing, block, paragraphMark(place, at)))];
}

function headingRuns(writing: Writing, section: DocumentSection): ParagraphChild[] {
  const { number, language, headingMarked } = section;
  const run = (text: string) => new TextRun({ text, ...otherLanguage(writing, language) });
  if (!headingMarked) return [run(contentsLine(section))];
  return [...(number === null ? [] : [run(`${number} `)]), ...runs(writing, headingMarked, language)];
}

/** The name of a paragraph by its place in the document, which a file that was sent back is read by. */
function paragraphMark(section: number, block: number): string {
  return `par_${section}_${block}`;
}

function blockChildren(writing: Writing, block: Block, mark: string): FileChild[] {
  switch (block.kind) {
    case "paragraph":
      return [
        new Paragraph({
          children: [
            ...placeOf(mark),
            ...placeOf(block.anchor),
            ...runs(writing, block.content, block.language),
            ...flagRuns(writing, block.flag),
          ],
        }),
      ];
    case "heading":
      return [
        new Paragraph({
          heading: headingLevel(block.level),
          children: [...placeOf(mark), ...runs(writing, block.content, block.language)],
        }),
      ];
    case "list":
      return [...listParagraphs(writing, block.list, { language: block.language, mark }), ...flagParagraph(writing, block.flag)];
    case "table":
      return [...tableOf(writing, block), ...flagParagraph(writing, block.flag)];
    case "picture":
      return pictureParagraphs(writing, block);
    case "statement":
      return statementParagraphs(writing, block);
    case "limitations":
      return limitationParagraphs(writing, block);
    case "register":
      return registerTables(writing);
    case "notice":
      return [new Paragraph({ style: "Notice", children: runs(writing, block.content, block.language) })];
  }
}

function flagParagraph(writing: Writing, flag: "untranslated" | "behind" | undefined): Paragraph[] {
  return flag ? [new Paragraph({ children: flagRuns(writing, flag) })] : [];
}

/** What the items of a list have in common, and how many have been written. */
interface ListWriting {
  language: string;
  mark: string;
  instance?: number;
  items?: { count: number };
}

function listParagraphs(writing: Writing, list: ListShown, within: ListWriting, level = 0): Paragraph[] {
  const { language, mark, instance = (writing.lists.count += 1), items = { count: 0 } } = within;
  const reference = list.ordered ? "numbers" : "bullets";
  return list.items.flatMap((item) => [
    new Paragraph({
      style: "ListParagraph",
      numbering: { reference, level: Math.min(2, level), instance },
      children: [...placeOf(`${mark}_${(items.count += 1)}`), ...runs(writing, item.content, language)],
    }),
    ...item.lists.flatMap((below) => listParagraphs(writing, below, { language, mark, instance, items }, level + 1)),
  ]);
}

function limitationParagraphs(writing: Writing, block: Extract<Block, { kind: "limitations" }>): Paragraph[] {
  const title = new Paragraph({ style: "Caption", children: [new TextRun({ text: word(writing, "limitations") })] });
  const items = block.items.map((item) => {
    const number = changedRun(writing, { text: `L${item.number}`, bold: true, color: colours.soft }, item.change);
    return new Paragraph({
      style: "ListParagraph",
      indent: { left: 560, hanging: 560 },
      children: [
        item.anchor ? new Bookmark({ id: item.anchor, children: [number] }) : number,
        tab(),
        ...runs(writing, item.content, item.language),
      ],
    });
  });
  return [title, ...items];
}
