import type { Db } from "./db.server";
import { operate } from "./db.server";

const minute = 60_000;
/** After so long without a look, the next one is another visit. */
const pause = 30 * minute;
/** A look within this time is not written again. */
const coarse = 5 * minute;

/**
 * Notes that a person looks at her work, and answers since when things are new to her: the last look of the visit before this one, by
 * assessment; null = she never was here.
 */
export async function noteVisits(db: Db, userId: string, assessmentIds: readonly string[], at: Date): Promise<Map<string, Date | null>> {
  const rows = await db.lastVisit.findMany({ where: { userId, assessmentId: { in: [...assessmentIds] } } });
  const known = new Map(rows.map((row) => [row.assessmentId, row]));
  const since = new Map<string, Date | null>();
  const due: { assessmentId: string; previousAt: Date | null }[] = [];
  for (const assessmentId of assessmentIds) {
    const row = known.get(assessmentId);
    const away = row ? at.getTime() - row.at.getTime() : Infinity;
    const previousAt = row ? (away > pause ? row.at : row.previousAt) : null;
    since.set(assessmentId, previousAt);
    if (away > coarse) due.push({ assessmentId, previousAt });
  }
  if (due.length > 0)
    await operate(async (tx) => {
      for (const { assessmentId, previousAt } of due) {
        await tx.lastVisit.upsert({
          where: { userId_assessmentId: { userId, assessmentId } },
          create: { userId, assessmentId, at, previousAt },
          update: { at, previousAt },
        });
      }
    });
  return since;
}
