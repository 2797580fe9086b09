import type { AuditEvent } from "~/domain/audit";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { type FoundSheet, saveSheet } from "./find-sheet.server";

/** Closes a spreadsheet with the counts of what was taken over; of ratings the trail tells none. */
export async function finishSheet(
  tx: Tx,
  context: ChangeContext,
  { kind }: SheetKind,
  found: FoundSheet,
  state: FoundSheet["state"],
): Promise<AuditEvent> {
  const version = await saveSheet(tx, context, found, { state, importedAt: context.at });
  const { added, changed } = found;
  const told = { kind, ...(kind === "actors" && { added, changed }) };
  const subject = { type: "sheet-import", id: found.id, version } as const;
  return { action: "sheet.take", subject, label: String(found.number), change: told };
}
