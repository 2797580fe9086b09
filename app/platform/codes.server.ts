import type { Tx } from "./db.server";

/** The next number of a kind of code in an assessment (1, 2, 3 …); a number is never given twice, also when its record is archived. */
export async function nextNumber(tx: Tx, assessmentId: string, kind: string): Promise<number> {
  const where = { assessmentId_kind: { assessmentId, kind } };
  const { next } = await tx.counter.upsert({ where, create: { assessmentId, kind, next: 2 }, update: { next: { increment: 1 } } });
  return next - 1;
}
