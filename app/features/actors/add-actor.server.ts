import type { AuditEvent } from "~/domain/audit";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { type ActorInput, rowOfActor } from "./actor-row.server";
import { keepActor, languagesOf } from "./keep-actor.server";

export async function addActor(
  context: ChangeContext,
  input: ActorInput & { assessmentId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    requireMay(context, input.assessmentId, "actor.write", "actor.read");
    return createActor(tx, context, input);
  });
}

/** Makes the row of an actor with the next code, within a change; gives the event for it. */
export async function createActor(
  tx: Tx,
  context: ChangeContext,
  input: ActorInput & { assessmentId: string },
): Promise<{ result: { id: string; code: string }; event: AuditEvent }> {
  const { assessmentId, name } = input;
  const id = newId(context.at);
  const number = await nextNumber(tx, assessmentId, "actor");
  const code = `O${number}`;
  const columns = rowOfActor(input, await languagesOf(tx, assessmentId));
  await tx.actor.create({ data: { id, assessmentId, number, code, ...columns, createdAt: context.at, version: 1 } });
  await keepActor(tx, context, id);
  return {
    result: { id, code },
    event: { action: "actor.add", subject: { type: "actor", id, version: 1 }, label: code, change: { name } },
  };
}
