import type { MappedColumn, SheetMapping } from "~/domain/sheets/mapping";
import { filledRows } from "~/domain/sheets/planned";
import { change, type ChangeContext } from "~/platform/change.server";
import { readStoredBytes } from "~/platform/files.server";
import { refuse } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { readSpreadsheet } from "~/platform/sheet-work.server";
import { type FoundSheet, findSheetToChange, type NamedSheet, requireDraft, saveSheet } from "./find-sheet.server";
import { guessMapping } from "./guess-mapping.server";

/** What the columns of a sheet hold, as somebody says. */
export interface MapSheet extends NamedSheet {
  fill: boolean;
  language: string;
  columns: readonly MappedColumn[];
}

/** Keeps what the columns of a sheet hold. Refuses what no column can hold, what two hold where one may, and a sheet in which nothing holds what is needed. */
export async function mapSheet(context: ChangeContext, kind: SheetKind, { id, version, fill, language, columns }: MapSheet): Promise<void> {
  await change({ ...context, chain: kind.assessment.id }, async (tx) => {
    const found = await findSheetToChange(tx, context, kind, id);
    requireDraft(found);
    requireColumns(kind, found.mapping, columns);
    if (!kind.assessment.languages.includes(language)) throw refuse("invalid", { field: "language", problem: "choose" });
    const mapping = { ...found.mapping, fill, language, columns: [...columns], settled: true };
    const now = await saveSheet(tx, context, { id, version }, { mapping });
    return { result: null, event: toldOf("sheet.map", kind, found, now) };
  });
}

function requireColumns({ targets, required }: SheetKind, mapping: SheetMapping, columns: readonly MappedColumn[]): void {
  if (columns.length !== mapping.columns.length) throw refuse("invalid", { field: "target", problem: "unknown" });
  const held = columns.map(({ target }) => target).filter((target) => target !== "");
  if (held.some((target) => !targets.some(({ key }) => key === target))) throw refuse("invalid", { field: "target", problem: "unknown" });
  const twice = held.find((target, at) => held.indexOf(target) !== at && !targets.some(({ key, many }) => key === target && many));
  if (twice !== undefined) throw refuse("invalid", { field: "target", problem: "column-twice" });
  if (required.some((target) => !held.includes(target))) throw refuse("invalid", { field: "target", problem: "column-missing" });
}

/** Reads the file again: another of its sheets, or with its heads in another row. What the columns hold is then guessed anew. */
export async function readSheetAgain(
  context: ChangeContext,
  kind: SheetKind,
  { id, version, sheet, header }: NamedSheet & { sheet: string; header: number },
  found: Pick<FoundSheet, "sha256" | "mapping" | "rows">,
): Promise<void> {
  const other = found.mapping.sheets.includes(sheet) && sheet !== found.mapping.sheet ? sheet : null;
  const read = other === null ? null : await readSpreadsheet(await readStoredBytes(found.sha256), other);
  if (read && !read.ok) throw refuse("invalid", { field: "sheet", problem: `sheet-${read.problem}` });
  await change({ ...context, chain: kind.assessment.id }, async (tx) => {
    const now = await findSheetToChange(tx, context, kind, id);
    requireDraft(now);
    const rows = read ? read.content.rows.map((row) => [...row]) : now.rows;
    const guessed = guessMapping(rows, kind, read ? null : Math.min(header, Math.max(0, rows.length - 1)));
    const content = read ? { sheet: read.sheet, merged: read.content.merged, formulas: read.content.formulas } : {};
    const mapping = { ...now.mapping, ...content, ...guessed, decisions: {}, settled: false };
    const saved = await saveSheet(tx, context, { id, version }, { mapping, ...(read && { rows }) });
    await tx.sheetImport.update({ where: { id }, data: { rowCount: filledRows(rows, mapping.header).length } });
    return { result: null, event: toldOf("sheet.map", kind, now, saved) };
  });
}

/** What the trail tells of an act on a spreadsheet that changes nothing but the draft. */
export function toldOf(
  action: "sheet.map" | "sheet.decide" | "sheet.discard",
  { kind }: Pick<SheetKind, "kind">,
  { id, number }: Pick<FoundSheet, "id" | "number">,
  version: number,
) {
  return { action, subject: { type: "sheet-import", id, version } as const, label: String(number), change: { kind } };
}
