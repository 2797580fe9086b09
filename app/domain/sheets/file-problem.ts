/** Why a spreadsheet is not taken; each is `sheet-<problem>` in the locale namespace `problems`. */
export type SheetProblem =
  | "empty"
  | "kind"
  | "xls"
  | "ods"
  | "macros"
  | "encrypted"
  | "broken"
  | "bomb"
  | "too-many-rows"
  | "too-many-columns"
  | "too-much-text"
  | "long-cell";

const compound = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b];

/** What a file is by its bytes: text, a workbook, or a kind that is not taken. */
export function sheetKind(bytes: Uint8Array): "text" | "workbook" | SheetProblem {
  const begins = (sign: readonly number[]) => sign.every((byte, at) => bytes[at] === byte);
  if (bytes.length === 0) return "empty";
  if (begins(compound)) return holdsWide(bytes, "EncryptedPackage") ? "encrypted" : "xls";
  if (begins(zip)) return "workbook";
  // Text has no zero bytes, but for UTF-16, which has one in every second.
  const zeros = bytes.subarray(0, 4000).filter((byte) => byte === 0).length;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return zeros > 0 && !wide && zeros < Math.min(bytes.length, 4000) / 4 ? "kind" : "text";
}

/** Why a packed file is no workbook that is taken, by the names in it; null when it is one. */
export function workbookProblem(names: readonly string[]): SheetProblem | null {
  if (names.some((name) => name.endsWith("vbaProject.bin"))) return "macros";
  if (names.includes("xl/workbook.xml")) return null;
  return names.includes("content.xml") ? "ods" : "kind";
}

/** Whether a text stands in a file in UTF-16, as names of parts in a compound file do. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, place) => bytes[at + place] === byte)) return true;
  return false;
}
