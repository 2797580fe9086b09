import { z } from "zod";
import { rowDecisions } from "~/domain/sheets/mapping";
import { numberFormats } from "~/domain/sheets/numbers";
import { optionalDate, tick, versionRead } from "~/domain/shapes";

/** The form that sends a spreadsheet: it holds the file alone. */
export const uploadForm = z.strictObject({});

const place = z
  .string()
  .regex(/^\d{1,5}$/u, "unknown")
  .transform(Number);
const several = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most).default([]);

/** How the sheet is read: which of them, and in which row its heads stand. Changing it reads the file again. */
const reading = { sheet: z.string().max(200).default(""), header: place };

const Decision = z
  .string()
  .regex(/^\d{1,5}:(skip|keep)?$/u, "unknown")
  .transform((typed) => {
    const [row, decision] = typed.split(":");
    return { row: Number(row), decision: rowDecisions.find((one) => one === decision) ?? null };
  });

/** The form of what to do with the rows on a page: the cells that were mended, by `row:column`, and which rows to leave out. */
const rows = {
  version: versionRead,
  row: several(place, 200),
  at: several(z.string().regex(/^\d{1,5}:\d{1,3}$/u, "unknown"), 500),
  value: several(z.string().max(10_000, "too-long"), 500),
  decision: several(Decision, 400),
};

/** The forms on the page of a spreadsheet. `plan` is what the page said would be done. */
export const sheetForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("read"), version: versionRead, ...reading, ...columnFields() }),
  z.strictObject({ intent: z.literal("map"), version: versionRead, ...reading, ...columnFields() }),
  z.strictObject({ intent: z.literal("decide"), ...rows, plan: z.string().max(100).default("") }),
  z.strictObject({ intent: z.literal("take"), ...rows, plan: z.string().max(100).default("") }),
  z.strictObject({ intent: z.literal("discard"), version: versionRead }),
  z.strictObject({ intent: z.literal("close"), version: versionRead }),
]);

/** What each column holds, one entry for each in their order. */
function columnFields() {
  return {
    fill: tick,
    language: z.string().max(10).default(""),
    target: several(z.string().max(200), 100),
    numbers: several(z.enum(["", ...numberFormats]), 100),
    currency: several(z.string().regex(/^([A-Z]{3})?$/u, "unknown"), 100),
    asOf: several(optionalDate, 100),
  };
}

/** A form on the page of a spreadsheet, as read. */
export type SheetForm = z.output<typeof sheetForms>;
