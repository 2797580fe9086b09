import { importMoveNow, ImportState } from "~/domain/moves/source-import";
import { Cell, filledRanges } from "~/domain/sheets/cell";
import { mappingFromStored, type SheetMapping } from "~/domain/sheets/mapping";
import { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import type { Db, Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import type { SheetKind, SheetRead } from "~/platform/sheet-kind";
import { keepVersion } from "~/platform/versions.server";

const Stored = z.array(z.array(Cell));

/** Names a spreadsheet at the version it was read at. */
export interface NamedSheet {
  id: string;
  version: number;
}

/** Which spreadsheets a page is about: of one kind, and of ratings of one round. */
export type SheetsOf = Pick<SheetKind, "kind" | "target" | "assessment">;

function whereOf({ kind, target, assessment }: SheetsOf, userId: string) {
  return { assessmentId: assessment.id, kind, target, byId: userId };
}

type Row = NonNullable<Awaited<ReturnType<Db["sheetImport"]["findFirst"]>>>;

function sheetFrom(row: Row) {
  const mapping = mappingFromStored(row.mapping);
  const state = ImportState.parse(row.state);
  const begun = mapping.done !== null;
  return {
    ...row,
    rows: Stored.parse(JSON.parse(row.rows)),
    mapping,
    state,
    begun,
    mayDiscard: importMoveNow(state, begun, "discard") !== undefined,
  };
}

/** A spreadsheet that somebody brought in, with how it is read. */
export type FoundSheet = ReturnType<typeof sheetFrom>;

/** A person's own spreadsheet by its number. To anybody else it does not exist. */
export async function findSheet(db: Db, of: SheetsOf, userId: string, number: string | undefined): Promise<FoundSheet> {
  const row = await db.sheetImport.findFirst({
    where: { ...whereOf(of, userId), number: /^\d{1,6}$/u.test(number ?? "") ? Number(number) : 0 },
  });
  if (!row) throw refuse("not-found");
  return sheetFrom(row);
}

/** The spreadsheets that a person brought in, newest first, without what is in them. */
export async function listSheets(db: Db, of: SheetsOf, userId: string) {
  const rows = await db.sheetImport.findMany({
    where: whereOf(of, userId),
    orderBy: { number: "desc" },
    select: { number: true, state: true, fileName: true, rowCount: true, added: true, changed: true, createdAt: true },
  });
  return rows.map((row) => ({ ...row, state: ImportState.parse(row.state) }));
}

/** The same within a change, which only who brought it in may make. */
export async function findSheetToChange(tx: Tx, context: ChangeContext, kind: SheetKind, id: string): Promise<FoundSheet> {
  await kind.requireMay(tx, context);
  return findOwnSheet(tx, context, kind, id);
}

/** A spreadsheet by its id for who brought it in, within a change that asks by itself who may make it. */
export async function findOwnSheet(tx: Tx, context: ChangeContext, kind: SheetKind, id: string): Promise<FoundSheet> {
  const row = await tx.sheetImport.findFirst({ where: { ...whereOf(kind, context.by.id), id } });
  if (!row) throw refuse("not-found");
  return sheetFrom(row);
}

/** Refuses what can't be changed any more: taken over, begun to be, or put aside. */
export function requireDraft({ state, mayDiscard }: FoundSheet): void {
  if (!mayDiscard) throw refuse("wrong-state", { state });
}

/** What can be written of a spreadsheet. */
export interface SheetSet {
  state?: ImportState;
  rows?: FoundSheet["rows"];
  mapping?: SheetMapping;
  added?: number;
  changed?: number;
  importedAt?: Date;
}

/** Writes a spreadsheet at its next version and keeps that, without what is in its cells; refuses one that was changed since it was read. */
export async function saveSheet(tx: Tx, context: ChangeContext, { id, version }: NamedSheet, set: SheetSet): Promise<number> {
  const { rows, mapping, ...plain } = set;
  const data = { ...plain, ...(rows && { rows: JSON.stringify(rows) }), ...(mapping && { mapping: JSON.stringify(mapping) }) };
  const { count } = await tx.sheetImport.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
  if (count === 0) throw refuse("conflict");
  await keepSheet(tx, context, id);
  return version + 1;
}

/** Keeps what is known of a spreadsheet now. Of ratings neither its file nor a count is in it: the digest stands in the trail. */
export async function keepSheet(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.sheetImport.findUniqueOrThrow({ where: { id } });
  const { assessmentId, number, kind, target, state, fileName, sha256, rowCount, added, changed, version } = row;
  const open = kind === "actors" ? { fileName, sha256, rowCount, added, changed } : {};
  await keepVersion(tx, {
    assessmentId,
    kind: "sheet-import",
    recordId: id,
    number: version,
    body: { number, kind, target, state, ...open },
    by,
    at,
  });
}

/** A spreadsheet as it is planned and taken over: with merged cells filled where that was chosen. */
export function readOf({ rows, mapping }: Pick<FoundSheet, "rows" | "mapping">): SheetRead {
  return { mapping, rows: mapping.fill ? filledRanges(rows, mapping.merged) : rows };
}
