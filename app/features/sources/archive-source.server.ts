import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableSource, keepSource, requireUncited } from "./keep-source.server";

/** Takes a source off the list; refused while a statement or a judgement stands on one of its excerpts. */
export async function archiveSource(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const before = await findChangeableSource(tx, assessmentId, id);
    const excerpts = await tx.excerpt.findMany({ where: { sourceId: id, archivedAt: null }, select: { id: true } });
    await requireUncited(
      tx,
      assessmentId,
      excerpts.map((excerpt) => excerpt.id),
    );
    const { count } = await tx.source.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepSource(tx, context, id);
    const subject = { type: "source", id, version: version + 1 } as const;
    return { result: null, event: { action: "source.archive", subject, label: before.code, change: {} } };
  });
}
