import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { createFact } from "./create-fact.server";
import type { FactInput } from "./fact-row.server";
import { findChangeableActor } from "./keep-actor.server";

export async function addFact(
  context: ChangeContext,
  input: FactInput & { assessmentId: string; actorId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, actorId } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const actor = await findChangeableActor(tx, assessmentId, actorId);
    return createFact(tx, context, await findStudy(tx, assessmentId), actor, input);
  });
}
