import type { AuditEvent } from "~/domain/audit";
import type { Rows } from "~/domain/sheets/cell";
import type { ColumnTarget } from "~/domain/sheets/columns";
import type { SheetMapping } from "~/domain/sheets/mapping";
import type { PlannedRow } from "~/domain/sheets/planned";
import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";

/** A spreadsheet as it is taken over: its rows with merged cells filled where that was chosen, and how they are read. */
export interface SheetRead {
  rows: Rows;
  mapping: SheetMapping;
}

/** What taking some rows over came to. */
export interface TakenRows {
  events: AuditEvent[];
  added: number;
  changed: number;
}

/**
 * What a spreadsheet can be of: what its columns can hold, what becomes of each row (always planned against what is there now), and how rows are
 * taken over. Planning again what was taken over finds nothing new.
 */
export interface SheetKind<Row extends PlannedRow = PlannedRow> {
  kind: "actors" | "ratings";
  /** The round of ratings. */
  target: string | null;
  assessment: { id: string; languages: readonly string[] };
  targets: readonly ColumnTarget[];
  /** Keys of what some column must hold. */
  required: readonly string[];
  /** How often the rows are gone through: a second time for what needs all of them to be there. */
  passes: number;
  /** Refuses whoever may not take over now. */
  requireMay(tx: Tx, context: ChangeContext): Promise<void>;
  plan(db: Db, sheet: SheetRead): Promise<Row[]>;
  take(tx: Tx, context: ChangeContext, sheet: SheetRead, rows: readonly Row[], pass: number): Promise<TakenRows>;
}
