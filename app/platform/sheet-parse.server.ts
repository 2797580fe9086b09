import { parse } from "csv-parse/sync";
import { type Cell, type Rows, sheetLimits } from "~/domain/sheets/cell";
import { guessDelimiter, namedDelimiter } from "~/domain/sheets/csv";
import { sheetKind, type SheetProblem } from "~/domain/sheets/file-problem";
import { decodeText } from "~/domain/sources/decode-text";
import { readWorkbook } from "./workbook-parse.server";

/** One sheet of a file: its rows from the first, the ranges that are merged, and how many cells a formula filled. */
export interface ParsedSheet {
  rows: Rows;
  merged: string[];
  formulas: number;
}

/** A file that was read: the names of its sheets that hold anything, and one of them; or why it is not taken. */
export type ParsedFile = { ok: true; sheets: string[]; sheet: string | null; content: ParsedSheet } | { ok: false; problem: SheetProblem };

/**
 * Reads a spreadsheet (CSV or XLSX): the sheet of that name, else the first that holds anything. Nothing in it is evaluated: of a formula the value
 * counts that was kept with it. Refuses other kinds, and more than `sheetLimits`. It takes long: run it in the thread for it.
 */
export async function parseSpreadsheet(bytes: Uint8Array, sheet: string | null): Promise<ParsedFile> {
  const kind = sheetKind(bytes);
  if (kind !== "text" && kind !== "workbook") return { ok: false, problem: kind };
  const read = kind === "text" ? parseCsv(bytes) : await readWorkbook(bytes, sheet);
  if (!read.ok) return read;
  const rows = trimmed(read.content.rows);
  const problem = limitProblem(rows);
  return problem === null ? { ...read, content: { ...read.content, rows } } : { ok: false, problem };
}

function parseCsv(bytes: Uint8Array): ParsedFile {
  const text = decodeText(bytes);
  if (text.trim() === "") return { ok: false, problem: "empty" };
  const delimiter = guessDelimiter(text);
  const body = namedDelimiter(text) === null ? text : text.slice(text.indexOf("\n") + 1);
  const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: false, to: sheetLimits.rows + 50 };
  const rows = attempt(() => parse(body, options));
  if (rows === undefined) return { ok: false, problem: "broken" };
  return { ok: true, sheets: [], sheet: null, content: { rows: rows.map((row) => row.map(unguarded)), merged: [], formulas: 0 } };
}

/** The library throws errors at text that it can't part into cells; which one helps nobody. */
function attempt(read: () => string[][]): string[][] | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A quote before a text that looks like a formula keeps spreadsheets from running it; it is not part of the text. */
function unguarded(text: string): Cell {
  return text === "" ? null : text.replace(/^'(?=[=+\-@])/u, "");
}

/** Without empty rows at the end and empty columns at the right, each row as long as the longest; control characters are left out. */
function trimmed(rows: Rows): Cell[][] {
  const isFilled = (cell: Cell | undefined) => cell !== null && cell !== undefined && cell !== "";
  const height = rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const some = rows.slice(0, height);
  const width = Math.max(0, ...some.map((row) => row.findLastIndex(isFilled) + 1));
  return some.map((row) => Array.from({ length: width }, (_, column) => cleaned(row[column] ?? null)));
}

function cleaned(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  const text = cell.replace(/\r\n?/gu, "\n").replace(/(?![\t\n])\p{Cc}|\p{Surrogate}/gu, "");
  return text === "" ? null : text;
}

function limitProblem(rows: Rows): SheetProblem | null {
  if (rows.length === 0) return "empty";
  if (rows.length > sheetLimits.rows + 1) return "too-many-rows";
  if ((rows[0]?.length ?? 0) > sheetLimits.columns) return "too-many-columns";
  let characters = 0;
  for (const row of rows)
    for (const cell of row) {
      const length = typeof cell === "string" ? cell.length : 4;
      if (length > sheetLimits.cell) return "long-cell";
      characters += length;
    }
  return characters > sheetLimits.characters ? "too-much-text" : null;
}
