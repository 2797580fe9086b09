import { db, operate } from "~/platform/db.server";

interface Seen {
  userId: string;
  assessmentId: string;
  section: { id: string; changes: number };
  changes: number;
  at: Date;
}

/** Notes up to which change somebody has seen a section, and of the study the newest event; never a change that is still to come, nor fewer than she saw before. */
export async function markSeen({ userId, assessmentId, section, at, ...seen }: Seen): Promise<void> {
  const sectionId = section.id;
  const changes = Math.min(seen.changes, section.changes);
  const where = { userId_sectionId: { userId, sectionId } };
  const { seq } = await db.chainHead.findUniqueOrThrow({ where: { chain: assessmentId }, select: { seq: true } });
  await operate(async (tx) => {
    const before = await tx.sectionSeen.findUnique({ where });
    if (before && before.changes > changes) return;
    const now = { changes, seq, at };
    await tx.sectionSeen.upsert({ where, create: { userId, sectionId, ...now }, update: now });
  });
}
