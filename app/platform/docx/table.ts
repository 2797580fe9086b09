import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType, type FileChild } from "docx";
import { widthsByShare, widthsByText } from "~/domain/document/column-widths";
import type { Block, TableCell as CellShown } from "~/domain/document/model";
import { runs } from "~/platform/docx/inline";
import { colours } from "~/platform/document-look";
import { captionParagraph, placeOf, type Writing } from "~/platform/docx/writing";

type TableBlock = Extract<Block, { kind: "table" }>;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: colours.line } as const;
const borders = { top: hairline, bottom: hairline, left: none, right: none, insideHorizontal: hairline, insideVertical: none };

/** A table with its caption before it; the head repeats on every page and no row is split where it can be helped. */
export function tableOf(writing: Writing, block: TableBlock, width: number = writing.width): FileChild[] {
  const columns = Math.max(block.head.length, ...block.rows.map((row) => row.length));
  if (columns === 0 || block.rows.length === 0) return block.anchor ? [new Paragraph({ children: placeOf(block.anchor) })] : [];
  const style = columns > 6 ? "TableSmall" : "TableText";
  const head =
    block.head.length > 0
      ? [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: filled(block.head, columns).map((cell) =>
              cellOf(writing, cell, block.language, columns > 6 ? "TableHeadSmall" : "TableHead"),
            ),
          }),
        ]
      : [];
  const rows = block.rows.map(
    (row) => new TableRow({ cantSplit: true, children: filled(row, columns).map((cell) => cellOf(writing, cell, block.language, style)) }),
  );
  return [
    ...caption(block),
    plainTable([...head, ...rows], block.widths ? widthsByShare(columns, width, block.widths) : widthsByText(block, columns, width), width),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ];
}

/** A caption that stays with what follows it. */
function caption({ caption: text, label, anchor }: TableBlock): Paragraph[] {
  return text ? [captionParagraph(label, text, anchor)] : [];
}

/** A table of the full width of the text with hairlines between its rows. */
export function plainTable(rows: TableRow[], columnWidths: number[], width: number): Table {
  return new Table({
    rows,
    columnWidths,
    borders,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
  });
}

function filled(row: readonly CellShown[], columns: number): CellShown[] {
  return Array.from({ length: columns }, (_, at) => row[at] ?? { lines: [] });
}

function cellOf(writing: Writing, cell: CellShown, language: string, style: string): TableCell {
  const lines = cell.lines.length > 0 ? cell.lines : [[]];
  const inHead = style.startsWith("TableHead");
  const look = cell.header && !inHead ? { bold: true } : {};
  return new TableCell({
    ...(inHead ? { shading: { fill: colours.wash, type: ShadingType.CLEAR, color: "auto" } } : {}),
    children: lines.map(
      (line) =>
        new Paragraph({
          style,
          ...(cell.indent ? { indent: { left: cell.indent * 220 } } : {}),
          children: runs(writing, line, language, look),
        }),
    ),
  });
}
