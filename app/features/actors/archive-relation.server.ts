import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableRelation, keepRelation } from "./keep-actor.server";

/** Takes a relation away; its code is not given again. */
export async function archiveRelation(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const before = await findChangeableRelation(tx, assessmentId, id);
    const { count } = await tx.actorRelation.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepRelation(tx, context, id);
    const subject = { type: "actor-relation", id, version: version + 1 } as const;
    return { result: null, event: { action: "actor.archive-relation", subject, label: before.code, change: {} } };
  });
}
