import { fingerprint } from "~/domain/document/fingerprint";
import { InternalHyperlink, PageReference, Paragraph, TabStopType, TableOfContents, TextRun, type FileChild } from "docx";
import { captionsOf, type Caption } from "~/domain/document/captions";
import { word } from "~/platform/document-locale";
import { otherLanguage, tab, type Writing } from "~/platform/docx/writing";

/** The title page: title, what the document is and lacks, and the facts of the edition. */
export function titlePage(writing: Writing): FileChild[] {
  const { document, hash } = writing;
  const facts = [...document.titlePage, { term: word(writing, "fingerprint"), text: `sha256 ${fingerprint(hash)}` }];
  return [
    new Paragraph({ style: "Title", children: [new TextRun({ text: document.title })] }),
    ...facts.map(
      ({ term, text }) =>
        new Paragraph({ style: "Front", children: [new TextRun({ text: term, bold: true }), tab(), new TextRun({ text })] }),
    ),
    new Paragraph({ children: [], spacing: { after: 240 } }),
    ...notices(writing).map((text) => new Paragraph({ style: "Notice", children: [new TextRun({ text })] })),
  ];
}

function notices({ document }: Writing): string[] {
  return [document.classification, document.lacking, document.notice].filter((text): text is string => text !== null);
}

/** The list of contents as a field, filled in with the headings; its page numbers come when the reader's program updates it: a wrong one would be worse. */
export function contents(writing: Writing): FileChild[] {
  const lines = writing.document.sections
    .filter((section) => section.level <= 3)
    .map((section) => {
      const indent = (section.level - 1) * 320 + ((section.number ?? "").length > 7 ? 1150 : 560);
      const number = section.number === null ? [] : [new TextRun({ text: section.number }), tab()];
      return new Paragraph({
        style: `TOC${section.level}`,
        indent: { left: indent, hanging: indent - (section.level - 1) * 320, right: 500 },
        tabStops: [
          { type: TabStopType.LEFT, position: indent },
          { type: TabStopType.RIGHT, position: writing.width },
        ],
        children: [
          new InternalHyperlink({
            anchor: section.anchor,
            children: [
              ...number,
              new TextRun({ text: section.heading, ...otherLanguage(writing, section.language) }),
              tab(),
              new PageReference(section.anchor),
            ],
          }),
        ],
      });
    });
  return [
    new Paragraph({ style: "FrontHeading", pageBreakBefore: true, children: [new TextRun({ text: word(writing, "contents") })] }),
    new TableOfContents(word(writing, "contents"), {
      hyperlink: true,
      headingStyleRange: "1-3",
      contentChildren: lines,
      beginDirty: false,
    }),
  ];
}

/** The lists of tables and of figures, each with what it is and its page; none where the document has none. */
export function captionLists(writing: Writing): FileChild[] {
  return [
    ...captionList(writing, word(writing, "list-of-tables"), captionsOf(writing.document, "table")),
    ...captionList(writing, word(writing, "list-of-figures"), captionsOf(writing.document, "picture")),
  ];
}

function captionList(writing: Writing, title: string, captions: readonly Caption[]): FileChild[] {
  if (captions.length === 0) return [];
  return [
    new Paragraph({ style: "FrontHeading", spacing: { before: 480 }, children: [new TextRun({ text: title })] }),
    ...captions.map(
      ({ label, text, anchor, language }) =>
        new Paragraph({
          style: "TOC1",
          indent: { left: listed, hanging: listed, right: 500 },
          tabStops: [
            { type: TabStopType.LEFT, position: listed },
            { type: TabStopType.RIGHT, position: writing.width },
          ],
          children: [
            new InternalHyperlink({
              anchor,
              children: [
                new TextRun({ text: label }),
                tab(),
                new TextRun({ text, ...otherLanguage(writing, language) }),
                tab(),
                new PageReference(anchor),
              ],
            }),
          ],
        }),
    ),
  ];
}

/** The column of numbers in a list of tables, in twentieths of a point. */
const listed = 1150;
