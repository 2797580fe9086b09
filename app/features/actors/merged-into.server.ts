import type { Db } from "~/platform/db.server";

/** The code of the actor that this one was merged into; null for one that stands on its own. */
export async function findMergedInto(db: Db, { mergedIntoId }: { mergedIntoId: string | null }): Promise<string | null> {
  if (mergedIntoId === null) return null;
  const into = await db.actor.findUnique({ where: { id: mergedIntoId }, select: { code: true } });
  return into?.code ?? null;
}
