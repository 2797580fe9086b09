import type { Db } from "./db.server";
import { type Refusal, refuse } from "./refusal.server";

const lockedState = "with-interviewee";

/** The links of interviews with which somebody can be reading a record now: not taken back, not sent in, and before their date. */
const readingNow = (at: Date) => ({ revokedAt: null, sentInAt: null, expiresAt: { gte: at } });

/** Until when somebody is reading the record of an interview, or null when nobody is; who took her consent back is not. */
export async function findReadingUntilIfAny(db: Db, interviewId: string, at: Date): Promise<Date | null> {
  const where = { interviewId, ...readingNow(at) };
  const links = await db.factCheckLink.findMany({
    where,
    select: { participantId: true, expiresAt: true },
    orderBy: { expiresAt: "desc" },
  });
  if (links.length === 0) return null;
  const readers = await db.participant.findMany({ where: { interviewId, withdrawnAt: null }, select: { id: true } });
  return links.find(({ participantId }) => readers.some(({ id }) => id === participantId))?.expiresAt ?? null;
}

/** Refuses to change the record of an interview while an interviewee is reading it: what she says is to be about what stands there. */
export async function requireRecordUnlocked(db: Db, interviewId: string, at: Date): Promise<void> {
  if (await findReadingUntilIfAny(db, interviewId, at)) throw refuse("wrong-state", { state: lockedState });
}

/** Whether something was refused because an interviewee is reading the record, so that what was typed can be shown beside why. */
export function isRecordLocked({ code, details }: Refusal): boolean {
  return code === "wrong-state" && details["state"] === lockedState;
}
