import { importMoveNow } from "~/domain/moves/source-import";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { findOwnSheet, type NamedSheet } from "./find-sheet.server";
import { finishSheet } from "./finish-sheet.server";

/**
 * Closes a spreadsheet that stopped half way with what was taken over of it; refused where nothing was, for that is put aside. Who brought it in may do
 * so even when nothing can be taken over any more.
 */
export async function closeSheet(context: ChangeContext, kind: SheetKind, { id, version }: NamedSheet): Promise<void> {
  await change({ ...context, chain: kind.assessment.id }, async (tx) => {
    const read = kind.kind === "actors" ? "actor.read" : "round.read";
    requireMay(context, kind.assessment.id, read, read);
    const found = await findOwnSheet(tx, context, kind, id);
    const move = importMoveNow(found.state, found.begun, "take");
    if (!move || !found.begun) throw refuse("wrong-state", { state: found.state });
    if (found.version !== version) throw refuse("conflict", { version: found.version });
    return { result: null, event: await finishSheet(tx, context, kind, found, move.to) };
  });
}
