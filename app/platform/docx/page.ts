import type { EditionDocument } from "~/domain/document/model";
import type { SaidOnPages } from "~/platform/docx/house/house";
import { BorderStyle, Footer, Header, PageNumber, Paragraph, ShadingType, Tab, TextRun } from "docx";
import { editionLine } from "~/domain/document/fingerprint";
import { colours } from "~/platform/document-look";
import { word } from "~/platform/document-locale";
import type { Writing } from "~/platform/docx/writing";

const rule = { style: BorderStyle.SINGLE, size: 6, color: colours.ochre, space: 4 } as const;

/** The last line of the head: a rule below it, and air before the text. */
const last = { border: { bottom: rule }, spacing: { after: 240, line: 240 } } as const;

/** The head of every page: classification and title where no template says the first, what is still lacking, and the notice of example data. */
export function header({ document }: Writing, said?: SaidOnPages): Header {
  const lines = linesOf(document);
  const title = new Paragraph({
    style: "RunningHead",
    ...(lines.length === 0 ? last : {}),
    children: [new TextRun({ text: document.classification, bold: true }), new TextRun({ text: ` · ${document.title}` })],
  });
  return new Header({
    children: [...(said?.classification === true ? [new Paragraph({ style: "RunningHead", children: [] })] : [title]), ...lacking(lines)],
  });
}

/** The head of the cover of a template: what is still lacking, and the notice of example data. */
export function coverHeader({ document }: Writing): Header {
  return new Header({ children: [new Paragraph({ style: "RunningHead", children: [] }), ...lacking(linesOf(document))] });
}

const linesOf = (document: EditionDocument) => [document.lacking, document.notice].filter((text): text is string => text !== null);

function lacking(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (text, at) =>
      new Paragraph({
        style: "RunningHead",
        ...(at === lines.length - 1 ? last : {}),
        shading: { fill: colours.warm, type: ShadingType.CLEAR, color: "auto" },
        children: [new TextRun({ text, color: colours.ochreText })],
      }),
  );
}

/** The foot of every page: edition, fingerprint, and page x of y where no template counts them. */
export function footer(writing: Writing, said?: SaidOnPages): Footer {
  const { document, hash } = writing;
  const pages = [new Tab(), `${word(writing, "page")} `, PageNumber.CURRENT, ` ${word(writing, "of")} `, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: "RunningHead",
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 4 } },
        children: [new TextRun({ text: editionLine(document, hash) }), ...(said?.pages === true ? [] : [new TextRun({ children: pages })])],
      }),
    ],
  });
}
