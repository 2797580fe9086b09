import { importMoveNow } from "~/domain/moves/source-import";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findImportToChange, saveImport, type NamedImport } from "./find-import.server";

/** Puts an import aside. Its file and its records stay; refused once anything of it was taken over. */
export async function discardImport(context: ChangeContext, input: NamedImport): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const found = await findImportToChange(tx, context, input);
    const move = importMoveNow(found.state, found.begun, "discard");
    if (!move) throw refuse("wrong-state", { state: found.begun ? "imported" : found.state });
    const version = await saveImport(tx, context, input, { state: move.to });
    const subject = { type: "source-import", id: input.id, version } as const;
    return { result: null, event: { action: "source.discard-import", subject, label: String(found.number), change: {} } };
  });
}
