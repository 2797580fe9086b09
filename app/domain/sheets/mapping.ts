import { z } from "zod";
import { numberFormats } from "./numbers";

/** What one column holds, and how its cells are read. */
export const MappedColumn = z.strictObject({
  /** Key of what it holds; empty = nothing. */
  target: z.string().max(200),
  /** How its numbers are written; null = as the language of the sheet has it. */
  numbers: z.enum(numberFormats).nullable(),
  /** The currency of amounts that name none. */
  currency: z.string().max(3).nullable(),
  /** The date that its facts hold for, where the row gives none: `2021`. */
  asOf: z.string().max(10).nullable(),
});
/** What one column holds. */
export type MappedColumn = z.infer<typeof MappedColumn>;

/** What to do with a row that has errors: leave it out, or take it over without what is wrong. Rows are counted from 0. */
export const rowDecisions = ["skip", "keep"] as const;
/** What to do with a row. */
export type RowDecision = (typeof rowDecisions)[number];

/** How a spreadsheet is read: its sheet, what is merged, the row with the heads, and what its columns hold. Rows and columns are counted from 0. */
export const SheetMapping = z.strictObject({
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  merged: z.array(z.string()),
  fill: z.boolean(),
  formulas: z.int(),
  header: z.int().min(0),
  /** The heads, folded: the next file with the same gets the same mapping. */
  heads: z.string(),
  language: z.string(),
  columns: z.array(MappedColumn),
  /** Whether somebody has looked at what the columns hold. */
  settled: z.boolean(),
  decisions: z.record(z.string(), z.enum(rowDecisions)),
  /** How far it was taken over: in which pass over the rows, and the last row that was, −1 before the first; null = not begun. */
  done: z.strictObject({ pass: z.int().min(1), row: z.int() }).nullable(),
});
/** How a spreadsheet is read. */
export type SheetMapping = z.infer<typeof SheetMapping>;

/** A mapping as it was kept; refuses what is none. */
export function mappingFromStored(stored: string): SheetMapping {
  return SheetMapping.parse(JSON.parse(stored));
}
