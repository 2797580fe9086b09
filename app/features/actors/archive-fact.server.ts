import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableFact, keepFact, requireUncitedFacts } from "./keep-actor.server";

/** Takes a fact away; refused while a statement or a judgement stands on it. Its code is not given again. */
export async function archiveFact(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const before = await findChangeableFact(tx, assessmentId, id);
    await requireUncitedFacts(tx, assessmentId, [id]);
    const { count } = await tx.actorFact.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepFact(tx, context, id);
    return {
      result: null,
      event: { action: "actor.archive-fact", subject: { type: "actor-fact", id, version: version + 1 }, label: before.code, change: {} },
    };
  });
}
