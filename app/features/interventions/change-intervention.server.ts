import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableIntervention, type InterventionInput, keepIntervention, rowOfIntervention } from "./keep-intervention.server";

/** Each column that can change, and the word by which the trail tells it. */
const fields = { title: "title", description: "description", language: "language", groupTitle: "group", sourceId: "source" } as const;
type Column = keyof typeof fields;

export async function changeIntervention(
  context: ChangeContext,
  input: InterventionInput & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "intervention.write", "intervention.read");
    const before = await findChangeableIntervention(tx, assessmentId, id);
    const after = await rowOfIntervention(tx, assessmentId, input);
    const changed = (Object.keys(fields) as Column[]).filter((column) => before[column] !== after[column]);
    if (changed.length === 0 && before.groupKey === after.groupKey && before.version === version)
      return { result: { version }, event: "nothing changed" };
    const { count } = await tx.intervention.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
    if (count === 0)
      throw refuse("conflict", { version: before.version, theirs: { title: before.title, description: before.description } });
    await keepIntervention(tx, context, id);
    const told = Object.fromEntries(changed.map((column) => [fields[column], { before: before[column], after: after[column] }]));
    const subject = { type: "intervention", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "intervention.change", subject, label: before.code, change: told } };
  });
}
