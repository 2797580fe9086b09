import type { Db } from "~/platform/db.server";

/** The page of a step once a publication was decided on: the next that waits, telling which one is done. */
export async function backTo(db: Db, assessmentId: string, path: string, sourceId: string): Promise<string> {
  const source = await db.source.findFirst({ where: { id: sourceId, assessmentId }, select: { code: true } });
  return source ? `${path}?done=${source.code}` : path;
}
