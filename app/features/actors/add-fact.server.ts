import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import { type FactInput, rowOfFact } from "./fact-row.server";
import { codeOfSource } from "./fact-source.server";
import { findChangeableActor, keepFact } from "./keep-actor.server";
import { translateMadeText } from "./translate-made-text.server";

export async function addFact(
  context: ChangeContext,
  input: FactInput & { assessmentId: string; actorId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, actorId } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const actor = await findChangeableActor(tx, assessmentId, actorId);
    const { columns, others, protocolNumber } = await rowOfFact(tx, await findStudy(tx, assessmentId), input, null);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, `fact ${actor.code}`);
    const code = `${actor.code}:f${number}`;
    await tx.actorFact.create({
      data: { id, assessmentId, actorId, number, code, ...columns, protocolNumber, byId: context.by.id, at: context.at, version: 1 },
    });
    await translateMadeText(tx, context, { id, assessmentId, ...columns }, others);
    await keepFact(tx, context, id);
    const { field, text, value, asOf, ownStatement } = columns;
    const told = { field, text, value, asOf, source: await codeOfSource(tx, columns), ownStatement };
    return {
      result: { id, code },
      event: { action: "actor.add-fact", subject: { type: "actor-fact", id, version: 1 }, label: code, change: told },
    };
  });
}
