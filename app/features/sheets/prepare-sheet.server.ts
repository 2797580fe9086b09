import type { SheetMapping } from "~/domain/sheets/mapping";
import { filledRows } from "~/domain/sheets/planned";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Db } from "~/platform/db.server";
import { storeFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import type { ParsedSheet } from "~/platform/sheet-parse.server";
import { readSpreadsheet } from "~/platform/sheet-work.server";
import { keepSheet } from "./find-sheet.server";
import { guessMapping, rememberedMapping } from "./guess-mapping.server";

/** A file as it was sent, and the language in which its reader works. */
export interface SentSheet {
  name: string;
  bytes: Uint8Array;
  language: string;
}

/** Reads a spreadsheet and keeps it as a draft that only its reader sees; nothing of it is taken over yet. Refuses a file that can't be taken, with why. */
export async function prepareSheet(context: ChangeContext, kind: SheetKind, file: SentSheet): Promise<{ id: string; number: number }> {
  const read = await readSpreadsheet(file.bytes);
  if (!read.ok) throw refuse("invalid", { field: "file", problem: `sheet-${read.problem}` });
  const { sha256 } = await storeFile(file.bytes);
  const assessmentId = kind.assessment.id;
  return change({ ...context, chain: assessmentId }, async (tx) => {
    await kind.requireMay(tx, context);
    const mapping = await firstMapping(tx, kind, context.by.id, { ...read, language: file.language });
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "sheet-import");
    const rowCount = filledRows(read.content.rows, mapping.header).length;
    const facts = { fileName: file.name, sha256, rowCount, added: 0, changed: 0, byId: context.by.id, createdAt: context.at, version: 1 };
    const texts = { rows: JSON.stringify(read.content.rows), mapping: JSON.stringify(mapping) };
    await tx.sheetImport.create({
      data: { id, assessmentId, number, kind: kind.kind, target: kind.target, state: "draft", ...facts, ...texts },
    });
    await keepSheet(tx, context, id);
    const told = { kind: kind.kind, ...(kind.kind === "actors" && { rows: rowCount }) };
    const subject = { type: "sheet-import", id, version: 1 } as const;
    return { result: { id, number }, event: { action: "sheet.prepare", subject, label: String(number), change: told } };
  });
}

interface ReadSheet {
  sheets: string[];
  sheet: string | null;
  content: ParsedSheet;
  language: string;
}

/** How a sheet is read at first: as the last one with the same heads, else as it looks. */
async function firstMapping(reader: Db, kind: SheetKind, userId: string, read: ReadSheet): Promise<SheetMapping> {
  const { sheets, sheet, content } = read;
  const guessed = guessMapping(content.rows, kind, null);
  const { languages } = kind.assessment;
  const language = languages.includes(read.language) ? read.language : (languages[0] ?? read.language);
  const { merged, formulas } = content;
  const usual = { sheets, sheet, merged, formulas, fill: false, language, settled: false, decisions: {}, done: null };
  return { ...usual, ...guessed, ...(await rememberedMapping(reader, kind, userId, guessed)) };
}
