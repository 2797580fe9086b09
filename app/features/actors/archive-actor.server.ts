import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableActor, keepActor, requireUncitedFacts } from "./keep-actor.server";

/** Takes an actor off the list; refused while something stands on one of its facts, and once it is judged in a round. */
export async function archiveActor(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const before = await findChangeableActor(tx, assessmentId, id);
    const facts = await tx.actorFact.findMany({ where: { actorId: id, archivedAt: null }, select: { id: true } });
    await requireUncitedFacts(
      tx,
      assessmentId,
      facts.map((fact) => fact.id),
    );
    await requireOutsideRounds(tx, assessmentId, id);
    const { count } = await tx.actor.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepActor(tx, context, id);
    return {
      result: null,
      event: { action: "actor.archive", subject: { type: "actor", id, version: version + 1 }, label: before.code, change: {} },
    };
  });
}

async function requireOutsideRounds(tx: Tx, assessmentId: string, id: string): Promise<void> {
  const rounds = await tx.round.count({ where: { assessmentId, subjectKind: "actor", subjects: { contains: `"${id}"` } } });
  if (rounds > 0) throw refuse("wrong-state", { state: "judged" });
}
