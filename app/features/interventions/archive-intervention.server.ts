import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableIntervention, keepIntervention } from "./keep-intervention.server";

/** Takes an intervention off the list; refused once it is judged in a round. */
export async function archiveIntervention(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number },
): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "intervention.write", "intervention.read");
    const before = await findChangeableIntervention(tx, assessmentId, id);
    const rounds = await tx.round.count({ where: { assessmentId, subjectKind: "intervention", subjects: { contains: `"${id}"` } } });
    if (rounds > 0) throw refuse("wrong-state", { state: "judged" });
    const { count } = await tx.intervention.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepIntervention(tx, context, id);
    return {
      result: null,
      event: {
        action: "intervention.archive",
        subject: { type: "intervention", id, version: version + 1 },
        label: before.code,
        change: {},
      },
    };
  });
}
