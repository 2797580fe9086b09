import {
  Bookmark,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from "docx";
import { widthsByShare } from "~/domain/document/column-widths";
import type { RegisterEntry } from "~/domain/document/model";
import { flagRuns, chips, runs } from "~/platform/docx/inline";
import { colours, fonts } from "~/platform/document-look";
import { plainTable } from "~/platform/docx/table";
import { word } from "~/platform/document-locale";
import type { Writing } from "~/platform/docx/writing";

/** The register of evidence: code with its bookmark, what the ground is as far as consent allows, and links back to what stands on it. */
export function registerTables(writing: Writing): FileChild[] {
  const { register } = writing.document;
  if (register.length === 0) return [new Paragraph({ children: [new TextRun({ text: word(writing, "register-empty") })] })];
  return [
    plainTable(
      [headRow(writing), ...register.map((entry) => entryRow(writing, entry))],
      widthsByShare(3, writing.width, [15, 65, 20]),
      writing.width,
    ),
    new Paragraph({ children: [] }),
  ];
}

function headRow(writing: Writing): TableRow {
  const keys = ["register-code", "register-what", "register-bears"];
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: keys.map(
      (key) =>
        new TableCell({
          shading: { fill: colours.wash, type: ShadingType.CLEAR, color: "auto" },
          children: [new Paragraph({ style: "TableHead", children: [new TextRun({ text: word(writing, key) })] })],
        }),
    ),
  });
}

function entryRow(writing: Writing, entry: RegisterEntry): TableRow {
  const code = new Bookmark({ id: entry.anchor, children: [new TextRun({ text: entry.code, bold: true, color: colours.ochreText })] });
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({ children: [line([code])] }),
      new TableCell({ children: describing(writing, entry) }),
      new TableCell({
        children: [line(entry.bears.flatMap((each, at) => [...(at > 0 ? [new TextRun({ text: ", " })] : []), ...bearing(writing, each)]))],
      }),
    ],
  });
}

function describing(writing: Writing, entry: RegisterEntry): Paragraph[] {
  const { language } = writing.document;
  return [
    line(runs(writing, entry.label, language)),
    ...(entry.text
      ? [line([...runs(writing, entry.text, entry.language, { font: fonts.serif, size: 19 }), ...flagRuns(writing, entry.flag)])]
      : []),
    ...(entry.withheld ? [line([new TextRun({ text: entry.withheld, italics: true, color: colours.soft })])] : []),
    ...entry.remarks.map((remark) => line([new TextRun({ text: remark, color: colours.soft })])),
    ...(entry.grounds.length > 0
      ? [line([new TextRun({ text: `${word(writing, "stands-on")} `, color: colours.soft }), ...chips(writing, entry.grounds)])]
      : []),
  ];
}

function bearing(writing: Writing, { code, to, relation }: RegisterEntry["bears"][number]): ParagraphChild[] {
  const link = new InternalHyperlink({ anchor: to, children: [new TextRun({ text: code, color: colours.blue })] });
  return relation === "supports"
    ? [link]
    : [link, new TextRun({ text: ` (${word(writing, relation)})`, color: relation === "contradicts" ? colours.rust : colours.soft })];
}

const line = (children: readonly ParagraphChild[]) => new Paragraph({ style: "TableText", children });
