import { operate } from "~/platform/db.server";

/** Notes up to which change somebody has seen a section; never one that is still to come, nor fewer than she saw before. */
export async function markSeen(seen: { userId: string; sectionId: string; changes: number; at: Date }, now: number): Promise<void> {
  const { userId, sectionId, at } = seen;
  const changes = Math.min(seen.changes, now);
  const where = { userId_sectionId: { userId, sectionId } };
  await operate(async (tx) => {
    const before = await tx.sectionSeen.findUnique({ where });
    if (before && before.changes > changes) return;
    await tx.sectionSeen.upsert({ where, create: { userId, sectionId, changes, at }, update: { changes, at } });
  });
}
