import { type Cell, cellText } from "~/domain/sheets/cell";
import type { RowDecision } from "~/domain/sheets/mapping";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { type FoundSheet, findSheetToChange, type NamedSheet, requireDraft, saveSheet } from "./find-sheet.server";
import { toldOf } from "./map-sheet.server";

/** What was typed on a page of rows: cells that were mended, and what to do with each row that stood on it. Rows and columns are counted from 0. */
export interface DecideRows extends NamedSheet {
  rows: readonly number[];
  cells: readonly { row: number; column: number; text: string }[];
  decisions: readonly { row: number; decision: RowDecision | null }[];
}

/** Keeps the cells that were mended and what to do with rows. The file stays as it was sent. Says whether anything changed. */
export async function decideRows(
  context: ChangeContext,
  kind: SheetKind,
  input: DecideRows,
): Promise<{ version: number; changed: boolean }> {
  return change<{ version: number; changed: boolean }>({ ...context, chain: kind.assessment.id }, async (tx) => {
    const found = await findSheetToChange(tx, context, kind, input.id);
    requireDraft(found);
    const rows = mended(found, input.cells);
    const decisions = decided(found, input);
    const isSame = rows === found.rows && JSON.stringify(decisions) === JSON.stringify(found.mapping.decisions);
    if (isSame) return { result: { version: input.version, changed: false }, event: "nothing changed" };
    const mapping = { ...found.mapping, decisions };
    const version = await saveSheet(tx, context, input, { mapping, ...(rows !== found.rows && { rows }) });
    return { result: { version, changed: true }, event: toldOf("sheet.decide", kind, found, version) };
  });
}

/** The rows with what was typed; the same rows where nothing was typed otherwise than it stood there. */
function mended({ rows, mapping }: FoundSheet, cells: DecideRows["cells"]): FoundSheet["rows"] {
  const typed = cells.filter(({ row, column, text }) => {
    if (row <= mapping.header || rows[row]?.[column] === undefined) throw refuse("invalid", { field: "at", problem: "unknown" });
    return cellText(rows[row][column]) !== text.trim();
  });
  if (typed.length === 0) return rows;
  const after: Cell[][] = rows.map((row) => [...row]);
  for (const { row, column, text } of typed) after[row]?.splice(column, 1, text.trim() === "" ? null : text);
  return after;
}

function decided({ mapping }: FoundSheet, { rows, decisions }: DecideRows): Record<string, RowDecision> {
  const asked = new Set(rows);
  const before = Object.entries(mapping.decisions).filter(([row]) => !asked.has(Number(row)));
  const now = decisions.flatMap(({ row, decision }) => (decision && asked.has(row) ? [[String(row), decision] as const] : []));
  return Object.fromEntries([...before, ...now].toSorted(([one], [other]) => Number(one) - Number(other)));
}
