import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableLimitation, keepLimitation, limitationLabel } from "./keep-limitation.server";

export async function archiveLimitation(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number },
): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "limitation.write", "section.read");
    const before = await findChangeableLimitation(tx, assessmentId, id);
    const { count } = await tx.limitation.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version, theirs: before.text });
    await keepLimitation(tx, context, id);
    const subject = { type: "limitation", id, version: version + 1 } as const;
    return { result: null, event: { action: "limitation.archive", subject, label: limitationLabel(before.number), change: {} } };
  });
}
