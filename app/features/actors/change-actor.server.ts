import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { type ActorInput, rowOfActor } from "./actor-row.server";
import { findChangeableActor, keepActor, languagesOf } from "./keep-actor.server";

const fields = ["name", "otherNames", "kind", "levels", "focus", "countries", "url"] as const;

export async function changeActor(
  context: ChangeContext,
  input: ActorInput & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const before = await findChangeableActor(tx, assessmentId, id);
    const after = { otherNames: before.otherNames, ...rowOfActor(input, await languagesOf(tx, assessmentId)) };
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.actor.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepActor(tx, context, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
    const subject = { type: "actor", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "actor.change", subject, label: before.code, change: told } };
  });
}
