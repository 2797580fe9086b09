import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { type Cell, columnOf, sheetLimits } from "~/domain/sheets/cell";
import { type SheetProblem, workbookProblem } from "~/domain/sheets/file-problem";
import { zipProblemOfBytes } from "./check-zip.server";
import type { ParsedFile } from "./sheet-parse.server";

/** How many bytes of XML a sheet may be once unpacked: several times what the largest that is taken needs. */
const sheetBytes = 40 * 1024 * 1024;

/** Reads a workbook: the sheet of that name, else the first that holds anything. What is merged, computed or in error is read beside the library, which gives values alone. */
export async function readWorkbook(bytes: Uint8Array, wanted: string | null): Promise<ParsedFile> {
  const parts = await partsOf(bytes);
  if ("problem" in parts) return { ok: false, problem: parts.problem };
  const scans = parts.sheets.map(({ name, xml }) => ({ name, ...scanSheet(xml) }));
  const filled = scans.filter(({ rows }) => rows > 0);
  const chosen = filled.find(({ name }) => name === wanted) ?? filled[0];
  if (!chosen) return { ok: false, problem: "empty" };
  if (chosen.rows > sheetLimits.rows + 1) return { ok: false, problem: "too-many-rows" };
  const values = await valuesOf(bytes, chosen.name);
  if (values === null) return { ok: false, problem: "broken" };
  for (const { row, column, text } of chosen.errors) if (values[row]) values[row][column] = text;
  const { merged, formulas } = chosen;
  return { ok: true, sheets: filled.map(({ name }) => name), sheet: chosen.name, content: { rows: values, merged, formulas } };
}

interface SheetPart {
  name: string;
  xml: string;
}

/** The sheets as XML in the order of the workbook; what stands in the way of unpacking is looked at first. */
async function partsOf(bytes: Uint8Array): Promise<{ sheets: SheetPart[] } | { problem: SheetProblem }> {
  const packed = await zipProblemOfBytes(bytes, "xlsx");
  if (packed === "zipLocked") return { problem: "encrypted" };
  if (packed !== null && packed !== "content") return { problem: packed === "zipBroken" || packed === "zipPaths" ? "broken" : "bomb" };
  const names: string[] = [];
  let [tooLarge, unpacked] = [false, 0];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      if (!/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u.test(name)) return false;
      unpacked += originalSize;
      tooLarge ||= originalSize > sheetBytes || unpacked > 2 * sheetBytes;
      return !tooLarge;
    },
  });
  const problem = workbookProblem(names);
  if (problem !== null) return { problem };
  if (tooLarge) return { problem: "too-many-rows" };
  const textOf = (path: string) => (files[path] ? strFromU8(files[path]) : "");
  const paths = pathsOf(textOf("xl/_rels/workbook.xml.rels"));
  const sheets = elements(textOf("xl/workbook.xml"), "sheet").map(({ name = "", id = "" }) => ({ name, xml: textOf(paths.get(id) ?? "") }));
  return { sheets };
}

/** The path of each part of a workbook by the id of its relation. */
function pathsOf(rels: string): Map<string, string> {
  return new Map(
    elements(rels, "Relationship").map(({ Id = "", Target = "" }) => [Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`]),
  );
}

/** The attributes of every element of that name, by their local names. The patterns here take time by the length of the text alone, whatever is in it. */
function elements(xml: string, name: string): Record<string, string>[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^<>]*)>`, "gu");
  return [...xml.matchAll(pattern)].map(([, head = ""]) => attributesOf(head));
}

function attributesOf(head: string): Record<string, string> {
  const found = head.matchAll(/(?<=[\s:])(\w+)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/gu);
  return Object.fromEntries([...found].map(([, key = "", double, single]) => [key, unescaped(double ?? single ?? "")]));
}

const letters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/giu,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return letters[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}

/** What a sheet holds beside its values: how many rows have any, what is merged, how many formulas, and the cells in error with what they show. */
function scanSheet(xml: string) {
  let [rows, formulas] = [0, 0];
  const errors: ErrorCell[] = [];
  for (const row of xml.split(/<\/(?:\w+:)?row>/u)) {
    if (/<(?:\w+:)?(?:v|is)>/u.test(row)) rows += 1;
    if (rows > sheetLimits.rows + 1) break;
    formulas += row.match(/<(?:\w+:)?f[\s/>]/gu)?.length ?? 0;
    if (/\st\s{0,9}=\s{0,9}["']e["']/u.test(row)) errors.push(...errorsIn(row));
  }
  const merged = elements(xml.slice(xml.lastIndexOf("</sheetData>") + 1), "mergeCell").flatMap(({ ref }) => ref ?? []);
  return { rows, formulas, errors, merged: merged.slice(0, 2000) };
}

interface ErrorCell {
  row: number;
  column: number;
  text: string;
}

function errorsIn(row: string): ErrorCell[] {
  return row.split(/<\/(?:\w+:)?c>/u).flatMap((cell) => {
    const { r = "", t } = elements(cell, "c").at(-1) ?? {};
    const [, letters = "", number = ""] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(r) ?? [];
    const text = /<(?:\w+:)?v>([^<]*)</u.exec(cell)?.[1] ?? "#";
    return t === "e" && letters !== "" ? [{ row: Number(number) - 1, column: columnOf(letters), text }] : [];
  });
}

/** The values of a sheet; null where the library finds its parts broken, which it tells by errors of any kind. */
async function valuesOf(bytes: Uint8Array, sheet: string): Promise<Cell[][] | null> {
  try {
    const rows = await readSheet(new Blob([new Uint8Array(bytes)]), sheet, { trim: false });
    return rows.map((row) => row.map(cellOf));
  } catch {
    return null;
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  // What a computer adds to a decimal number behind its fifteenth digit is no part of it.
  if (typeof value === "number") return Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}
