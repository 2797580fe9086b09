import { RelationKind, sideOf } from "~/domain/actors/relation";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { codeOfSource } from "./fact-source.server";
import { findChangeableRelation, keepRelation } from "./keep-actor.server";
import { type RelationDetails, rowOfRelation } from "./relation-row.server";

const fields = ["countries", "asOf", "ownStatement", "note", "language"] as const;

/** Changes what is recorded of a relation; who relates to whom, and how, stays what it was. */
export async function changeRelation(
  context: ChangeContext,
  input: RelationDetails & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const before = await findChangeableRelation(tx, assessmentId, id);
    const { fromId, toId } = before;
    const side = sideOf({ fromId, kind: RelationKind.parse(before.kind) }, fromId);
    const { columns } = await rowOfRelation(tx, assessmentId, fromId, { ...input, side, otherId: toId }, id);
    const changed = fields.filter((field) => before[field] !== columns[field]);
    const moved = before.sourceId !== columns.sourceId || before.excerptId !== columns.excerptId;
    if (changed.length === 0 && !moved && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.actorRelation.updateMany({
      where: { id, version },
      data: { ...columns, byId: context.by.id, at: context.at, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepRelation(tx, context, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: columns[field] }]));
    const source = moved ? { source: await sources(tx, before, columns) } : {};
    const subject = { type: "actor-relation", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "actor.change-relation", subject, label: before.code, change: { ...told, ...source } },
    };
  });
}

type Sourced = Parameters<typeof codeOfSource>[1];

async function sources(tx: Tx, before: Sourced, after: Sourced) {
  return { before: await codeOfSource(tx, before), after: await codeOfSource(tx, after) };
}
