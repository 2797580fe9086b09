import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import { type ActorInput, rowOfActor } from "./actor-row.server";
import { keepActor } from "./keep-actor.server";

export async function addActor(
  context: ChangeContext,
  input: ActorInput & { assessmentId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, name } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "actor");
    const code = `O${number}`;
    await tx.actor.create({ data: { id, assessmentId, number, code, ...rowOfActor(input), createdAt: context.at, version: 1 } });
    await keepActor(tx, context, id);
    return {
      result: { id, code },
      event: { action: "actor.add", subject: { type: "actor", id, version: 1 }, label: code, change: { name } },
    };
  });
}
