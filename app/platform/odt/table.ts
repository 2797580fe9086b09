import { widthsByShare, widthsByText } from "~/domain/document/column-widths";
import type { Block, TableCell } from "~/domain/document/model";
import { colours, measures } from "~/platform/document-look";
import { captionParagraph } from "~/platform/odt/caption";
import { inlines } from "~/platform/odt/inline";
import { points } from "~/platform/odt/measures";
import { paragraph, place, styleOf, textAttributes, type Writing } from "~/platform/odt/writing";
import { element } from "~/platform/odt/xml";

type TableBlock = Extract<Block, { kind: "table" }>;

/** From how many columns on a table is set smaller. */
const many = 6;

/** A table with its caption before it; the head repeats on every page and no row is split where it can be helped. */
export function tableOf(writing: Writing, block: TableBlock): string {
  const { head, rows, caption, label, anchor, language } = block;
  const columns = Math.max(head.length, longest(rows));
  if (columns === 0 || rows.length === 0) return anchor ? paragraph("Standard", place(anchor, "")) : "";
  const cells = (row: readonly TableCell[], inHead: boolean) =>
    Array.from({ length: columns }, (_, at) => cellOf(writing, row[at] ?? { lines: [] }, { language, small: columns > many, inHead })).join(
      "",
    );
  const widths = block.widths ? widthsByShare(columns, measures.text, block.widths) : widthsByText(block, columns, measures.text);
  const over =
    caption === null
      ? anchor
        ? paragraph("TableEnd", place(anchor, ""))
        : ""
      : captionParagraph(writing, { kind: "table", label, text: caption, anchor, language });
  const table = plainTable(writing, {
    head: head.length > 0 ? cells(head, true) : "",
    rows: rows.map((row) => cells(row, false)),
    widths,
    rowHeads: rows.every((row) => row[0]?.header),
  });
  return `${over}${table}${paragraph("TableEnd", "")}`;
}

const longest = (rows: readonly (readonly unknown[])[]) => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** What a table is made of: its rows as XML of their cells, the widths of its columns in twentieths of a point, and whether its first column heads the rows. */
export interface PlainTable {
  head: string;
  rows: readonly string[];
  widths: readonly number[];
  rowHeads: boolean;
}

/** A table with hairlines between its rows. */
export function plainTable(writing: Writing, { head, rows, widths, rowHeads }: PlainTable): string {
  const row = styleOf(writing, "table-row", element("style:table-row-properties", { "fo:keep-together": "always" }));
  const columns = widths.map((width) =>
    element("table:table-column", {
      "table:style-name": styleOf(
        writing,
        "table-column",
        element("style:table-column-properties", { "style:column-width": points(width) }),
      ),
    }),
  );
  const [first = "", ...others] = columns;
  const rowOf = (inner: string) => element("table:table-row", { "table:style-name": row }, inner);
  return element(
    "table:table",
    { "table:name": `Table${(writing.counts.tables += 1)}`, "table:style-name": tableStyle(writing, widths) },
    [
      rowHeads ? element("table:table-header-columns", {}, first) : first,
      ...others,
      head === "" ? "" : element("table:table-header-rows", {}, rowOf(head)),
      ...rows.map(rowOf),
    ].join(""),
  );
}

function tableStyle(writing: Writing, widths: readonly number[]): string {
  const width = points(widths.reduce((sum, each) => sum + each, 0));
  const properties = {
    "style:width": width,
    "table:align": "left",
    "table:border-model": "collapsing",
    "style:may-break-between-rows": "true",
  };
  return styleOf(writing, "table", element("style:table-properties", properties));
}

/** A cell around its paragraphs. */
export function cell(inner: string, inHead: boolean): string {
  return element("table:table-cell", { "table:style-name": inHead ? "TableHeadCell" : "TableCell", "office:value-type": "string" }, inner);
}

function cellOf(
  writing: Writing,
  { lines, header, indent }: TableCell,
  { language, small, inHead }: { language: string; small: boolean; inHead: boolean },
): string {
  const shown = lines.length > 0 ? lines : [[]];
  const style = cellText(writing, { small, inHead, heads: inHead || header === true, indent: indent ?? 0 });
  return cell(shown.map((line) => paragraph(style, inlines(writing, line, language))).join(""), inHead);
}

/** What the words of a cell are: whether they head a row or, in the head of the table, a column, whether they are set small, and how far they are indented. */
export interface CellText {
  heads: boolean;
  inHead?: boolean;
  small?: boolean;
  indent?: number;
}

/** The style of the words of a cell. Programs tell a cell that heads others by the very name "Table Heading", so the looks of heads are forms of it. */
export function cellText(writing: Writing, { heads, inHead = false, small = false, indent = 0 }: CellText): string {
  const parent = heads ? "Table_20_Heading" : "Table_20_Contents";
  const size = (inHead ? 16 : 17) - (small ? 2 : 0);
  const look = { ...(size === 17 ? {} : { size }), ...(inHead ? { colour: colours.soft } : {}) };
  const set = { ...(indent > 0 ? { "fo:margin-left": points(indent * 220) } : {}), ...(inHead ? { "fo:keep-with-next": "always" } : {}) };
  const [text, paragraphs] = [textAttributes(look), set].map((each) => (Object.keys(each).length > 0 ? each : null));
  const properties = [
    paragraphs ? element("style:paragraph-properties", paragraphs) : "",
    text ? element("style:text-properties", text) : "",
  ].join("");
  return properties === "" ? parent : styleOf(writing, "paragraph", properties, parent);
}
