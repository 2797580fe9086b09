import type { AuditEvent } from "~/domain/audit";
import { RelationKind, saysTheSame } from "~/domain/actors/relation";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepFact, keepRelation } from "./keep-actor.server";

/** An actor in a merger. */
interface Named {
  id: string;
  code: string;
}

/** Lets the facts of one actor be of another, under the codes that they have; one event for each. Those that were archived stay where they were. */
export async function moveFacts(tx: Tx, context: ChangeContext, stays: Named, goes: Named): Promise<AuditEvent[]> {
  const facts = await tx.actorFact.findMany({ where: { actorId: goes.id, archivedAt: null }, orderBy: { number: "asc" } });
  const events: AuditEvent[] = [];
  for (const { id, code, version } of facts) {
    await tx.actorFact.update({ where: { id }, data: { actorId: stays.id, version: version + 1 } });
    await keepFact(tx, context, id);
    const subject = { type: "actor-fact", id, version: version + 1 } as const;
    events.push({ action: "actor.move-fact", subject, label: code, change: { actor: { before: goes.code, after: stays.code } } });
  }
  return events;
}

/** Lets the relations of one actor be of another. One between the two, or one that the other has already, is archived. */
export async function moveRelations(tx: Tx, context: ChangeContext, stays: Named, goes: Named): Promise<AuditEvent[]> {
  const either = { in: [stays.id, goes.id] };
  const rows = await tx.actorRelation.findMany({
    where: { archivedAt: null, OR: [{ fromId: either }, { toId: either }] },
    orderBy: { code: "asc" },
  });
  const relations = rows.map((row) => ({ ...row, kind: RelationKind.parse(row.kind) }));
  const known = relations.filter(({ fromId, toId }) => fromId !== goes.id && toId !== goes.id);
  const events: AuditEvent[] = [];
  for (const relation of relations.filter((one) => !known.includes(one))) {
    const moved = { ...relation, fromId: end(relation.fromId, stays, goes), toId: end(relation.toId, stays, goes) };
    const isNew = moved.fromId !== moved.toId && !known.some((one) => saysTheSame(one, moved));
    if (isNew) known.push(moved);
    events.push(isNew ? await moveOne(tx, context, relation, moved, { stays, goes }) : await archiveOne(tx, context, relation));
  }
  return events;
}

const end = (id: string, stays: Named, goes: Named) => (id === goes.id ? stays.id : id);

type Relation = { id: string; code: string; version: number; fromId: string; toId: string };

async function moveOne(
  tx: Tx,
  context: ChangeContext,
  { id, code, version, fromId }: Relation,
  moved: Relation,
  { stays, goes }: { stays: Named; goes: Named },
): Promise<AuditEvent> {
  await tx.actorRelation.update({ where: { id }, data: { fromId: moved.fromId, toId: moved.toId, version: version + 1 } });
  await keepRelation(tx, context, id);
  const was = { before: goes.code, after: stays.code };
  const subject = { type: "actor-relation", id, version: version + 1 } as const;
  return { action: "actor.move-relation", subject, label: code, change: fromId === moved.fromId ? { other: was } : { actor: was } };
}

async function archiveOne(tx: Tx, context: ChangeContext, { id, code, version }: Relation): Promise<AuditEvent> {
  await tx.actorRelation.update({ where: { id }, data: { archivedAt: context.at, version: version + 1 } });
  await keepRelation(tx, context, id);
  return { action: "actor.archive-relation", subject: { type: "actor-relation", id, version: version + 1 }, label: code, change: {} };
}
