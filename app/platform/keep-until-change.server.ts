import type { Db } from "./db.server";

/** Gives what was computed from an assessment, computing it anew where that no longer holds. `day` is named where it depends on the day too. */
type Keeper<Value> = (db: Db, assessmentId: string, compute: () => Promise<Value>, day?: string) => Promise<Value>;

/**
 * Keeps what is computed from an assessment in memory until the next change in it: everything in it changes with an event, so the hash of
 * its newest event says whether what was computed still holds. The oldest of more than `atMost` assessments is let go.
 */
export function keepUntilChange<Value>(atMost: number): Keeper<Value> {
  const kept = new Map<string, { state: string; value: Promise<Value> }>();
  return async (db, assessmentId, compute, day = "") => {
    const head = await db.chainHead.findUnique({ where: { chain: assessmentId }, select: { hash: true } });
    const state = `${day} ${head?.hash ?? ""}`;
    const known = kept.get(assessmentId);
    kept.delete(assessmentId);
    const value = known?.state === state ? known.value : compute();
    const entry = { state, value };
    kept.set(assessmentId, entry);
    value.catch(() => kept.get(assessmentId) === entry && kept.delete(assessmentId));
    const oldest = kept.keys().next().value;
    if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
