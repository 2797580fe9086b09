import type { Tx } from "./db.server";

/** The next number of a kind of code in an assessment (1, 2, 3 …); a number is never given twice, also when its record is archived. */
export async function nextNumber(tx: Tx, assessmentId: string, kind: string): Promise<number> {
  return (await nextNumbers(tx, assessmentId, kind, 1)) - 1;
}

/** Gives out so many numbers at once, and returns the one after the last. */
export async function nextNumbers(tx: Tx, assessmentId: string, kind: string, count: number): Promise<number> {
  const where = { assessmentId_kind: { assessmentId, kind } };
  const { next } = await tx.counter.upsert({
    where,
    create: { assessmentId, kind, next: 1 + count },
    update: { next: { increment: count } },
  });
  return next;
}
