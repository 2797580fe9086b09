import type { Protocol } from "~/domain/protocol/schema";
import { channelOf } from "~/domain/screening/channels";
import { standingOf } from "~/domain/screening/standing";
import { goesOn, screeningDecisions } from "~/domain/screening/steps";
import type { Db } from "./db.server";
import { listDecisions } from "./screening.server";

/**
 * The sources of some that the screening left out by title or full text, each with its reason (a key of the protocol, own words or none), as
 * everyone on the team may know it: what is blind counts as undecided. One query where nothing was left out, four otherwise.
 */
export async function listLeftOut(
  db: Db,
  assessmentId: string,
  { screening }: Protocol,
  sourceIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (!screening || sourceIds.length === 0) return new Map();
  const out = screeningDecisions.filter((decision) => !goesOn(decision));
  const candidates = await db.screening.findMany({
    where: { assessmentId, sourceId: { in: [...sourceIds] }, decision: { in: out }, openedAt: { not: null } },
    distinct: ["sourceId"],
    select: { sourceId: true },
  });
  if (candidates.length === 0) return new Map();
  const ids = candidates.map(({ sourceId }) => sourceId);
  const [sources, decisions] = await Promise.all([
    db.source.findMany({ where: { id: { in: ids } }, select: { id: true, channel: true } }),
    listDecisions(db, assessmentId, null, ids),
  ]);
  const stand = sources.map(({ id, channel }) => ({
    id,
    ...standingOf(decisions.get(id) ?? [], channelOf(channel), screening.screeners),
  }));
  return new Map(stand.flatMap(({ id, key, reason }) => (key === "excluded" ? [[id, reason] as const] : [])));
}
