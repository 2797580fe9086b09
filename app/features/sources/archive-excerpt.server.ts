import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableExcerpt, keepExcerpt, requireUncited } from "./keep-source.server";

/** Takes a passage away; refused while a statement or a judgement stands on it. Its code is not given again. */
export async function archiveExcerpt(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const before = await findChangeableExcerpt(tx, assessmentId, id);
    await requireUncited(tx, assessmentId, [id]);
    const { count } = await tx.excerpt.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepExcerpt(tx, context, id);
    const subject = { type: "excerpt", id, version: version + 1 } as const;
    return { result: null, event: { action: "excerpt.archive", subject, label: before.code, change: {} } };
  });
}
