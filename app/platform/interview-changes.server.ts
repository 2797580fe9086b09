import type { Tx } from "./db.server";

/** Counts one more change in an interview and gives the new count: what its page shows as its version. */
export async function countChange(tx: Tx, id: string): Promise<number> {
  const { changes } = await tx.interview.update({ where: { id }, data: { changes: { increment: 1 } }, select: { changes: true } });
  return changes;
}
