import type { Db } from "./db.server";

/**
 * Keeps what is computed from an assessment in memory until the next change in it: everything in it changes with an event, so the hash of
 * its newest event says whether what was computed still holds. The oldest of more than `atMost` assessments is let go.
 */
export function keepUntilChange<Value>(atMost: number): (db: Db, assessmentId: string, compute: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, { hash: string; value: Promise<Value> }>();
  return async (db, assessmentId, compute) => {
    const head = await db.chainHead.findUnique({ where: { chain: assessmentId }, select: { hash: true } });
    const hash = head?.hash ?? "";
    const known = kept.get(assessmentId);
    kept.delete(assessmentId);
    const value = known?.hash === hash ? known.value : compute();
    const entry = { hash, value };
    kept.set(assessmentId, entry);
    value.catch(() => kept.get(assessmentId) === entry && kept.delete(assessmentId));
    const oldest = kept.keys().next().value;
    if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
