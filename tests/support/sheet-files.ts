import { strToU8, zipSync } from "fflate";

/** A cell as Excel writes it: text, a number, or what a formula gave with the formula. */
export type GivenCell =
  string | number | boolean | null | { formula: string; value: string | number } | { date: number } | { error: string };

/** A sheet of a workbook: its rows from A1, and the ranges that are merged. */
export interface GivenSheet {
  name: string;
  rows: readonly (readonly GivenCell[])[];
  merged?: readonly string[];
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const letter = (column: number) => String.fromCharCode(65 + column);

function cellXml(cell: GivenCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ("date" in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><f>1/0</f><v>${cell.error}</v></c>`;
  const type = typeof cell.value === "string" ? ' t="str"' : "";
  return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.value))}</v></c>`;
}

function sheetXml({ rows, merged = [] }: GivenSheet): string {
  const body = rows.map((row, place) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letter(column)}${place + 1}`)).join("");
    return cells === "" ? "" : `<row r="${place + 1}">${cells}</row>`;
  });
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<sheetData>${body.join("")}</sheetData>${ranges && `<mergeCells count="${merged.length}">${ranges}</mergeCells>`}</worksheet>`
  );
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook by their paths, as Excel names them; `more` are parts beside them, such as macros. */
export function workbookParts(sheets: readonly GivenSheet[], more: Record<string, string> = {}): Record<string, string> {
  const list = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("");
  const rels = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join("")}${styles}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    ...more,
  };
}

/** A workbook as a file. */
export function workbook(sheets: readonly GivenSheet[], more: Record<string, string> = {}): Uint8Array {
  const parts = Object.entries(workbookParts(sheets, more)).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(parts));
}

/** A text as the bytes of a file. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
