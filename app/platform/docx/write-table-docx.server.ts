import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { documentFormat, type Block, type EditionDocument } from "~/domain/document/model";
import { fontTable, numbering, stylesIn } from "~/platform/docx/look";
import { repack } from "~/platform/docx/package";
import { tableOf } from "~/platform/docx/table";
import { wordLanguage } from "~/platform/document-locale";
import { startWriting, type Writing } from "~/platform/docx/writing";

/** A table that is a file of its own, on pages on their side: what stands over it, and in the head and the foot of each page. */
export interface TableDocument {
  language: string;
  title: string;
  /** Sentences between the title and the table. */
  intro: readonly string[];
  table: Extract<Block, { kind: "table" }>;
  /** In the head of every page, e.g. the study. */
  head: string;
  /** Notice of the study, such as that its data are an example. */
  notice: string | null;
  /** The words before and after the number of the page. */
  page: string;
  of: string;
}

const margin = 1200;
const width = 16838 - 2 * margin;

/** A table as a Word file in the look of the documents; the head of the table repeats on every page. */
export async function writeTableDocx(given: TableDocument): Promise<Uint8Array> {
  const { language, title, intro, table, head, notice } = given;
  const file = new Document({
    title,
    creator: "Grondslag",
    lastModifiedBy: "Grondslag",
    description: [head, notice].filter((text) => text !== null).join(" · "),
    styles: stylesIn(wordLanguage(language)),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1420, bottom: 1200, left: margin, right: margin, header: 620, footer: 560 },
          },
        },
        headers: { default: new Header({ children: [headLine([head, notice].filter((text) => text !== null).join(" · "))] }) },
        footers: { default: footer(given) },
        children: [
          new Paragraph({ style: "Heading1", children: [new TextRun({ text: title })] }),
          ...intro.map((text) => new Paragraph({ children: [new TextRun({ text })] })),
          ...tableOf(writingOf(given), table, width),
        ],
      },
    ],
  });
  return repack(await Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable }]));
}

const headLine = (text: string) => new Paragraph({ style: "RunningHead", children: [new TextRun({ text })] });

function footer({ title, page, of }: TableDocument): Footer {
  const numbers = [new Tab(), `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: "RunningHead",
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [new TextRun({ text: title }), new TextRun({ children: numbers })],
      }),
    ],
  });
}

/** What the cells of a table need to be written: a document without text of its own. */
function writingOf({ language, title }: TableDocument): Writing {
  const document: EditionDocument = {
    ...{ format: documentFormat, language, title, notice: null, number: 0, draft: 0, purpose: "concept" },
    ...{ titlePage: [], classification: "", lacking: null, sections: [], register: [], words: {} },
  };
  return startWriting(document, "", width);
}
