import { Bookmark, HeadingLevel, Paragraph, TextRun, type FileChild } from "docx";
import type { Block, DocumentSection, ListShown } from "~/domain/document/model";
import { contentsLine } from "~/domain/document/assemble-document";
import { colours } from "~/platform/docx/look";
import { flagRuns, runs } from "~/platform/docx/inline";
import { pictureParagraphs } from "~/platform/docx/picture";
import { registerTables } from "~/platform/docx/register";
import { statementParagraphs } from "~/platform/docx/statement";
import { tableOf } from "~/platform/docx/table";
import { otherLanguage, placeOf, tab, word, type Writing } from "~/platform/docx/writing";

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
        children: [new TextRun({ text: contentsLine(section), ...otherLanguage(writing, section.language) })],
      }),
    ],
  });
  return [heading, ...section.blocks.flatMap((block) => blockChildren(writing, block))];
}

function blockChildren(writing: Writing, block: Block): FileChild[] {
  switch (block.kind) {
    case "paragraph":
      return [
        new Paragraph({
          children: [...placeOf(block.anchor), ...runs(writing, block.content, block.language), ...flagRuns(writing, block.flag)],
        }),
      ];
    case "heading":
      return [new Paragraph({ heading: headingLevel(block.level), children: runs(writing, block.content, block.language) })];
    case "list":
      return [...listParagraphs(writing, block.list, block.language), ...flagParagraph(writing, block.flag)];
    case "table":
      return [...tableOf(writing, block), ...flagParagraph(writing, block.flag)];
    case "picture":
      return pictureParagraphs(block);
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

function listParagraphs(
  writing: Writing,
  list: ListShown,
  language: string,
  level = 0,
  instance = (writing.lists.count += 1),
): Paragraph[] {
  const reference = list.ordered ? "numbers" : "bullets";
  return list.items.flatMap((item) => [
    new Paragraph({
      style: "ListParagraph",
      numbering: { reference, level: Math.min(2, level), instance },
      children: runs(writing, item.content, language),
    }),
    ...item.lists.flatMap((below) => listParagraphs(writing, below, language, level + 1)),
  ]);
}

function limitationParagraphs(writing: Writing, block: Extract<Block, { kind: "limitations" }>): Paragraph[] {
  const title = new Paragraph({ style: "Caption", children: [new TextRun({ text: word(writing, "limitations") })] });
  const items = block.items.map((item) => {
    const number = new TextRun({ text: `L${item.number}`, bold: true, color: colours.soft });
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
