import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import type { Language } from "~/domain/tool-language";
import { downloadOf } from "./download.server";

/** The formats in which a table is given out. */
export const spreadsheetFormats = ["xlsx", "csv"] as const;

/** A format in which a table is given out. */
export type SpreadsheetFormat = (typeof spreadsheetFormats)[number];

/** A table of plain texts: its head is the first row. */
export interface SpreadsheetTable {
  /** What its tab is called: at most 31 characters, without `: \ / ? * [ ]`. */
  name: string;
  /** How wide the columns are, in characters. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
}

/** Tables in one file; a CSV holds the first of them. */
export interface SpreadsheetFile {
  format: SpreadsheetFormat;
  /** Decides what separates the cells of a CSV, for Excel takes it from the language: `;` in Dutch, `,` in English. */
  language: Language;
  tables: readonly [SpreadsheetTable, ...SpreadsheetTable[]];
}

/** The bytes of the file. No cell is a formula: in XLSX every cell is a string, in CSV one that begins like a formula gets a quote before it. */
export async function writeSpreadsheet({ format, language, tables }: SpreadsheetFile): Promise<Uint8Array> {
  if (format === "csv") return writeCsv(tables[0], language);
  const sheets = tables.map(({ name, widths, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: rows.map((row, place) => row.map((text) => cellOf(text, place === 0))),
  }));
  return writeXlsxFile(sheets).toBuffer();
}

/** As many characters as Excel takes in one cell. */
const mostInCell = 32_767;

function cellOf(text: string, isHead: boolean) {
  const value = text.length > mostInCell ? `${text.slice(0, mostInCell - 1).replace(/[\uD800-\uDBFF]$/u, "")}…` : text;
  return { value, type: String, wrap: true, alignVertical: "top" as const, ...(isHead && { fontWeight: "bold" as const }) };
}

/** With a mark of byte order, for without it Excel takes the letters for those of another alphabet. */
function writeCsv({ rows }: SpreadsheetTable, language: Language): Uint8Array {
  const text = stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter: language === "nl" ? ";" : ",", escape_formulas: true, record_delimiter: "\r\n" },
  );
  return new TextEncoder().encode(text);
}

const types: Readonly<Record<SpreadsheetFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** A file as a download, in a sandbox of its own. `name` is without its ending. */
export function spreadsheetResponse(format: SpreadsheetFormat, name: string, content: Uint8Array): Response {
  return downloadOf(`${name}.${format}`, types[format], content);
}
