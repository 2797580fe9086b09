import { rolesWith } from "~/domain/permissions";
import type { Db } from "./db.server";

/** Somebody whom a blind round still waits for; `gone`: no longer in the assessment as one who may rate, or without an account that is open. */
export interface WaitingRater {
  id: string;
  name: string;
  gone: boolean;
}

/** Whom each blind round still waits for, by the round's id: for those who may do something about it. Three queries. */
export async function listWaiting(
  db: Db,
  assessmentId: string,
  rounds: readonly { id: string; openedAt: Date | null; closedAt: Date | null }[],
): Promise<Map<string, WaitingRater[]>> {
  const blind = rounds.filter(({ openedAt, closedAt }) => openedAt === null && closedAt === null).map(({ id }) => id);
  const rows = await db.roundRater.findMany({
    where: { roundId: { in: blind }, sentAt: null, replacedAt: null },
    select: { roundId: true, userId: true },
    orderBy: { id: "asc" },
  });
  const ids = [...new Set(rows.map(({ userId }) => userId))];
  const [users, members] = await Promise.all([
    db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, deactivatedAt: true } }),
    db.member.findMany({
      where: { assessmentId, userId: { in: ids }, removedAt: null, role: { in: rolesWith("round.rate") } },
      select: { userId: true },
    }),
  ]);
  const found = new Map<string, WaitingRater[]>();
  for (const { roundId, userId } of rows) {
    const user = users.find(({ id }) => id === userId);
    const gone = user === undefined || user.deactivatedAt !== null || !members.some((member) => member.userId === userId);
    found.set(roundId, [...(found.get(roundId) ?? []), { id: userId, name: user?.name ?? userId, gone }]);
  }
  return found;
}
