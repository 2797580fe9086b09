import type { AuditEvent } from "~/domain/audit";
import type { Study } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { type FactInput, rowOfFact } from "./fact-row.server";
import { codeOfSource } from "./fact-source.server";
import { keepFact } from "./keep-actor.server";
import { translateMadeText } from "./translate-made-text.server";

/** Makes the row of a fact of an actor with the next code, within a change; gives the event for it. */
export async function createFact(
  tx: Tx,
  context: ChangeContext,
  study: Study,
  actor: { id: string; code: string },
  input: FactInput,
): Promise<{ result: { id: string; code: string }; event: AuditEvent }> {
  const assessmentId = study.assessment.id;
  const { columns, others, protocolNumber } = await rowOfFact(tx, study, input, null);
  const id = newId(context.at);
  const number = await nextNumber(tx, assessmentId, `fact ${actor.code}`);
  const code = `${actor.code}:f${number}`;
  const made = { id, assessmentId, actorId: actor.id, number, code, ...columns, protocolNumber };
  await tx.actorFact.create({ data: { ...made, byId: context.by.id, at: context.at, version: 1 } });
  await translateMadeText(tx, context, { id, assessmentId, ...columns }, others);
  await keepFact(tx, context, id);
  const { field, text, value, asOf, ownStatement } = columns;
  const told = { field, text, value, asOf, source: await codeOfSource(tx, columns), ownStatement };
  return {
    result: { id, code },
    event: { action: "actor.add-fact", subject: { type: "actor-fact", id, version: 1 }, label: code, change: told },
  };
}
