import { z } from "zod";
import { action, text } from "./action";

const count = z.int().min(0);

/**
 * Actions on spreadsheets that are taken over. Nothing of a cell is told; of ratings no number of rows or changes either, for they are read by the rater
 * alone until the round opens.
 */
export const sheetActions = {
  "sheet.prepare": action("sheet-import", z.strictObject({ kind: text, rows: count.optional() })),
  "sheet.map": action("sheet-import", z.strictObject({ kind: text })),
  "sheet.decide": action("sheet-import", z.strictObject({ kind: text })),
  "sheet.take": action("sheet-import", z.strictObject({ kind: text, added: count.optional(), changed: count.optional() })),
  "sheet.discard": action("sheet-import", z.strictObject({ kind: text })),
} as const;
