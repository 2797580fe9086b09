import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { type FactInput, rowOfFact } from "./fact-row.server";
import { codeOfSource } from "./fact-source.server";
import { findChangeableFact, keepFact } from "./keep-actor.server";
import { translateMadeText } from "./translate-made-text.server";

const fields = ["label", "value", "text", "language", "asOf", "ownStatement"] as const;

/** Changes a fact; the field that it answers stays what it was. */
export async function changeFact(
  context: ChangeContext,
  input: Omit<FactInput, "field"> & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const before = await findChangeableFact(tx, assessmentId, id);
    const { columns, others, protocolNumber } = await rowOfFact(
      tx,
      await findStudy(tx, assessmentId),
      { ...input, field: before.field },
      before,
    );
    const changed = fields.filter((field) => before[field] !== columns[field]);
    const moved = before.sourceId !== columns.sourceId || before.excerptId !== columns.excerptId;
    if (changed.length === 0 && !moved && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.actorFact.updateMany({
      where: { id, version },
      data: { ...columns, protocolNumber, byId: context.by.id, at: context.at, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: before.version, theirs: { text: before.text, asOf: before.asOf } });
    await translateMadeText(tx, context, { id, assessmentId, ...columns }, others);
    await keepFact(tx, context, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: columns[field] }]));
    const source = moved ? { source: await sources(tx, before, columns) } : {};
    const subject = { type: "actor-fact", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "actor.change-fact", subject, label: before.code, change: { ...told, ...source } },
    };
  });
}

type Sourced = Parameters<typeof codeOfSource>[1];

async function sources(tx: Tx, before: Sourced, after: Sourced) {
  return { before: await codeOfSource(tx, before), after: await codeOfSource(tx, after) };
}
