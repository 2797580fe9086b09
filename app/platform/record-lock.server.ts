import type { Db } from "./db.server";
import { refuse } from "./refusal.server";

/** The links of interviews with which somebody is reading a record now: not taken back, not sent in, and before their date. */
export const readingNow = (at: Date) => ({ revokedAt: null, sentInAt: null, expiresAt: { gte: at } });

/** Refuses to change the record of an interview while an interviewee is reading it: what she says is to be about what stands there. */
export async function requireRecordUnlocked(db: Db, interviewId: string, at: Date): Promise<void> {
  const reading = await db.factCheckLink.count({ where: { interviewId, ...readingNow(at) } });
  if (reading > 0) throw refuse("wrong-state", { state: "with-interviewee" });
}
