import { mayDecide } from "~/domain/moves/source-import";
import { decisionsFor, recordOutcomes, type RecordDecision } from "~/domain/sources/compare-records";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { findImportToChange, saveImport, type NamedImport } from "./find-import.server";

/** What to do with the record at a place; null = not decided yet. */
export interface Decided {
  place: number;
  decision: RecordDecision | null;
}

/** Keeps what to do with some records of an import. Refuses a decision that a record does not allow, and any once it has begun to be taken over. */
export async function decideImport(
  context: ChangeContext,
  input: NamedImport & { decisions: readonly Decided[] },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { id, version, decisions } = input;
    const found = await findImportToChange(tx, context, input);
    if (!mayDecide(found.state, found.begun)) throw refuse("wrong-state", { state: found.begun ? "imported" : found.state });
    const changed = await changedDecisions(tx, id, decisions);
    if (changed.length === 0) return { result: { version }, event: "nothing changed" };
    const now = await saveImport(tx, context, input, {});
    for (const decision of new Set(changed.map((one) => one.decision))) {
      const places = changed.filter((one) => one.decision === decision).map(({ place }) => place);
      await tx.sourceImportRecord.updateMany({ where: { importId: id, place: { in: places } }, data: { decision } });
    }
    const subject = { type: "source-import", id, version: now } as const;
    const event = { action: "source.decide-import", subject, label: String(found.number), change: { decided: changed.length } } as const;
    return { result: { version: now }, event };
  });
}

async function changedDecisions(tx: Tx, importId: string, decisions: readonly Decided[]): Promise<Decided[]> {
  const places = decisions.map(({ place }) => place);
  const rows = await tx.sourceImportRecord.findMany({
    where: { importId, place: { in: places } },
    select: { place: true, outcome: true, likeId: true, likePlace: true, decision: true },
  });
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return decisions.filter(({ place, decision }) => {
    const row = byPlace.get(place);
    const outcome = recordOutcomes.find((one) => one === row?.outcome);
    if (!row || !outcome) throw refuse("invalid", { field: "decision", problem: "unknown" });
    if (decision !== null && !decisionsFor({ ...row, outcome }).includes(decision))
      throw refuse("invalid", { field: "decision", problem: "unknown" });
    return row.decision !== decision;
  });
}
