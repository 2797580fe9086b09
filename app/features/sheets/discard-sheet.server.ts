import { importMoveNow } from "~/domain/moves/source-import";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { findSheetToChange, type NamedSheet, saveSheet } from "./find-sheet.server";
import { toldOf } from "./map-sheet.server";

/** Puts a spreadsheet aside; refused once anything of it was taken over. */
export async function discardSheet(context: ChangeContext, kind: SheetKind, named: NamedSheet): Promise<void> {
  await change({ ...context, chain: kind.assessment.id }, async (tx) => {
    const found = await findSheetToChange(tx, context, kind, named.id);
    const move = importMoveNow(found.state, found.begun, "discard");
    if (!move) throw refuse("wrong-state", { state: found.state });
    const version = await saveSheet(tx, context, named, { state: move.to });
    return { result: null, event: toldOf("sheet.discard", kind, found, version) };
  });
}
