import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType, type FileChild } from "docx";
import type { Block, Inline, TableCell as CellShown } from "~/domain/document/model";
import { runs } from "~/platform/docx/inline";
import { colours, measures } from "~/platform/docx/look";
import { captionParagraph, placeOf, type Writing } from "~/platform/docx/writing";

type TableBlock = Extract<Block, { kind: "table" }>;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: colours.line } as const;
const borders = { top: hairline, bottom: hairline, left: none, right: none, insideHorizontal: hairline, insideVertical: none };

/** A table with its caption before it; the head repeats on every page and no row is split where it can be helped. */
export function tableOf(writing: Writing, block: TableBlock, width: number = measures.text): FileChild[] {
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
    plainTable([...head, ...rows], block.widths ? widthsOf(columns, block.widths, width) : widthsByText(block, columns), width),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ];
}

/** A caption that stays with what follows it. */
function caption({ caption: text, label, anchor }: TableBlock): Paragraph[] {
  return text ? [captionParagraph(label, text, anchor)] : [];
}

/** A table of the full width of the text with hairlines between its rows. */
export function plainTable(rows: TableRow[], columnWidths: number[], width: number = measures.text): Table {
  return new Table({
    rows,
    columnWidths,
    borders,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
  });
}

/**
 * Widths by what stands in the columns: each first gets room for its longest word, and what is left goes to the columns of long texts.
 * In twentieths of a point, adding up to the width of the text.
 */
function widthsByText({ head, rows }: TableBlock, columns: number): number[] {
  const all = [head, ...rows];
  const texts = Array.from({ length: columns }, (_, at) => all.flatMap((row) => row[at]?.lines.map(lineText) ?? []));
  const indents = Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map((row) => row[at]?.indent ?? 0)) * 220);
  const words = texts.map((lines) =>
    longestOf(
      lines.flatMap((text) => text.split(/[\s-]+/u)),
      columns > 6 ? 12 : 16,
    ),
  );
  const least = words.map((word, at) => word * (columns > 6 ? 95 : 115) + 190 + (indents[at] ?? 0));
  const left = measures.text - total(least);
  if (left <= 0) return tightened(least, words);
  const wishes = texts.map((lines) => Math.sqrt(longestOf(lines, 400)));
  const wished = total(wishes) || 1;
  return least.map((width, at) => Math.floor(width + (left * (wishes[at] ?? 0)) / wished));
}

/** Where there is too little room, columns of codes and short words keep theirs. */
function tightened(least: readonly number[], words: readonly number[]): number[] {
  const kept = total(least.filter((_, at) => (words[at] ?? 0) <= 5));
  const factor = (measures.text - kept) / (total(least) - kept || 1);
  return least.map((width, at) => Math.floor((words[at] ?? 0) <= 5 ? width : width * factor));
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

function longestOf(texts: readonly string[], most: number): number {
  return texts.reduce((longest, text) => Math.max(longest, Math.min(text.length, most)), 1);
}

function lineText(line: readonly Inline[]): string {
  return line.map((part) => (part.kind === "text" || part.kind === "reference" ? part.text : "")).join("");
}

/** The widths of columns in twentieths of a point, from shares in per cent, else equal with a wider first. */
export function widthsOf(columns: number, shares?: readonly number[], width: number = measures.text): number[] {
  const parts = shares?.length === columns ? shares : Array.from({ length: columns }, () => 1);
  return parts.map((part) => Math.floor((part / total(parts)) * width));
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
