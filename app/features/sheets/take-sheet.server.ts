import { importMoveNow } from "~/domain/moves/source-import";
import { type PlannedRow, planText, writes } from "~/domain/sheets/planned";
import { asEvents, change, type ChangeContext, type Outcome } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { type FoundSheet, findSheetToChange, type NamedSheet, readOf, saveSheet } from "./find-sheet.server";

/** How many rows one change takes over: few enough that nobody waits for long. */
const atOnce = 25;

/** What a plan comes to, as a page carries it: what is done is what was shown, or it is refused. */
export function planDigest(rows: readonly PlannedRow[]): string {
  return sha256(planText(rows)).slice(0, 32);
}

/**
 * Takes the rows of a spreadsheet over as planned, some in each change, and closes it. Killed half way it goes on where it stopped, and asked twice it adds
 * nothing twice. Refuses, before anything is done, where what would be done now is not what the page said (`plan`).
 */
export async function takeSheet(context: ChangeContext, kind: SheetKind, input: NamedSheet & { plan: string }): Promise<void> {
  for (let done = false; !done;) {
    done = await change({ ...context, chain: kind.assessment.id }, async (tx) => {
      const found = await findSheetToChange(tx, context, kind, input.id);
      const move = importMoveNow(found.state, found.begun, "take");
      if (!move) throw refuse("wrong-state", { state: found.state });
      if (found.version !== input.version) throw refuse("conflict", { version: found.version });
      const planned = await kind.plan(tx, readOf(found));
      if (!found.begun && planDigest(planned) !== input.plan) throw refuse("conflict", { version: found.version });
      return (await takeSome(tx, context, kind, found, planned)) ?? finish(tx, context, kind, found, move.to);
    });
  }
}

/** Takes the next rows of the pass over, or of the one after it; null when nothing is left in the last. */
async function takeSome(
  tx: Tx,
  context: ChangeContext,
  kind: SheetKind,
  found: FoundSheet,
  planned: readonly PlannedRow[],
): Promise<Outcome<boolean> | null> {
  const from = found.mapping.done ?? { pass: 1, row: -1 };
  for (let { pass, row } = from; pass <= kind.passes; pass += 1, row = -1) {
    const rows = planned.filter((one) => one.row > row && writes(one)).slice(0, atOnce);
    const last = rows.at(-1);
    if (!last) continue;
    const { events, added, changed } = await kind.take(tx, context, readOf(found), rows, pass);
    const mapping = { ...found.mapping, done: { pass, row: last.row } };
    await tx.sheetImport.update({
      where: { id: found.id },
      data: { mapping: JSON.stringify(mapping), added: { increment: added }, changed: { increment: changed } },
    });
    return { result: false, event: asEvents(events) };
  }
  return null;
}

async function finish(
  tx: Tx,
  context: ChangeContext,
  { kind }: SheetKind,
  found: FoundSheet,
  state: FoundSheet["state"],
): Promise<Outcome<boolean>> {
  const version = await saveSheet(tx, context, found, { state, importedAt: context.at });
  const { added, changed } = found;
  const told = { kind, ...(kind === "actors" && { added, changed }) };
  const subject = { type: "sheet-import", id: found.id, version } as const;
  return { result: true, event: { action: "sheet.take", subject, label: String(found.number), change: told } };
}
