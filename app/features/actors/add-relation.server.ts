import type { AuditEvent } from "~/domain/audit";
import { foldedName } from "~/domain/actors/countries";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { namedActor } from "./actor-row.server";
import { createActor } from "./add-actor.server";
import { findChangeableActor, keepRelation } from "./keep-actor.server";
import { type RelationInput, rowOfRelation, toldRelation } from "./relation-row.server";

/** A relation of an actor to one that is listed, or to one that only its name is known of: that one is then listed too. */
export interface NewRelation extends Omit<RelationInput, "otherId"> {
  assessmentId: string;
  actorId: string;
  otherId: string | null;
  otherName: string | null;
}

/** Records how an actor stands to another. An actor that is not listed yet is added by its name, in the same change. */
export async function addRelation(context: ChangeContext, input: NewRelation): Promise<{ id: string; code: string; otherId: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, actorId } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    await findChangeableActor(tx, assessmentId, actorId);
    const { otherId, event: added } = await otherOf(tx, context, input);
    const row = await rowOfRelation(tx, assessmentId, actorId, { ...input, otherId }, null);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, `relation ${row.from}`);
    const code = `${row.from}:r${number}`;
    await tx.actorRelation.create({
      data: { id, assessmentId, number, code, ...row.columns, byId: context.by.id, at: context.at, version: 1 },
    });
    await keepRelation(tx, context, id);
    const event: AuditEvent = {
      action: "actor.add-relation",
      subject: { type: "actor-relation", id, version: 1 },
      label: code,
      change: await toldRelation(tx, row),
    };
    return { result: { id, code, otherId }, event: added ? [added, event] : event };
  });
}

async function otherOf(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, otherId, otherName }: NewRelation,
): Promise<{ otherId: string; event: AuditEvent | null }> {
  if (otherId !== null && otherName !== null) throw refuse("invalid", { field: "otherName", problem: "one-of-two" });
  if (otherId !== null) return { otherId, event: null };
  if (otherName === null) throw refuse("invalid", { field: "other", problem: "choose" });
  const listed = await tx.actor.findMany({ where: { assessmentId, archivedAt: null }, select: { name: true } });
  if (listed.some(({ name }) => foldedName(name) === foldedName(otherName)))
    throw refuse("invalid", { field: "otherName", problem: "actor-listed" });
  const { result, event } = await createActor(tx, context, { ...namedActor(otherName), assessmentId });
  return { otherId: result.id, event };
}
