import type { ParsedFile } from "./sheet-parse.server";
import { inThread } from "./thread.server";

/** A file to read, and the sheet of it that is wanted; null = the first that holds anything. */
export interface SheetOrder {
  bytes: Uint8Array;
  sheet: string | null;
}

/** Reads a spreadsheet in the thread for it, whose libraries are loaded there. One that takes more memory than the thread may have is broken. */
export async function readSpreadsheet(bytes: Uint8Array, sheet: string | null = null): Promise<ParsedFile> {
  const file = "platform/sheet-thread.ts";
  const here = async (order: SheetOrder) => (await import("./sheet-parse.server")).parseSpreadsheet(order.bytes, order.sheet);
  try {
    return await inThread<SheetOrder, ParsedFile>({ file, here }, { bytes, sheet });
  } catch {
    return { ok: false, problem: "broken" };
  }
}
