import type { FactSource } from "~/domain/actors/fact";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";

/** Where a fact or a relation comes from; a passage brings its source along. Refuses what is not there any more. */
export async function sourceOf(tx: Tx, assessmentId: string, { sourceId, excerptId }: FactSource): Promise<FactSource> {
  const where = { assessmentId, archivedAt: null };
  if (excerptId !== null) {
    const excerpt = await tx.excerpt.findFirst({ where: { ...where, id: excerptId }, select: { sourceId: true } });
    if (!excerpt) throw refuse("invalid", { field: "source", problem: "unknown" });
    return { sourceId: excerpt.sourceId, excerptId };
  }
  if (sourceId !== null && (await tx.source.count({ where: { ...where, id: sourceId } })) === 0)
    throw refuse("invalid", { field: "source", problem: "unknown" });
  return { sourceId, excerptId: null };
}

/** The code of the passage or the source that a fact or a relation comes from, as the trail tells it; null when there is none. */
export async function codeOfSource(tx: Tx, { sourceId, excerptId }: FactSource): Promise<string | null> {
  if (excerptId !== null) return (await tx.excerpt.findUnique({ where: { id: excerptId }, select: { code: true } }))?.code ?? null;
  if (sourceId === null) return null;
  return (await tx.source.findUnique({ where: { id: sourceId }, select: { code: true } }))?.code ?? null;
}
