import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import { type InterventionInput, keepIntervention, rowOfIntervention } from "./keep-intervention.server";

export async function addIntervention(
  context: ChangeContext,
  input: InterventionInput & { assessmentId: string },
): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId } = input;
    requireMay(context, assessmentId, "intervention.write", "intervention.read");
    const row = await rowOfIntervention(tx, assessmentId, input);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "intervention");
    const code = `V${number}`;
    await tx.intervention.create({ data: { id, assessmentId, number, code, ...row, createdAt: context.at, version: 1 } });
    await keepIntervention(tx, context, id);
    const told = { title: row.title, group: row.groupTitle };
    return {
      result: { id, code },
      event: { action: "intervention.add", subject: { type: "intervention", id, version: 1 }, label: code, change: told },
    };
  });
}
