import { groupBy } from "~/domain/evidence/graph";
import type { Protocol } from "~/domain/protocol/schema";
import { channelOf } from "~/domain/screening/channels";
import { isLeftOut, standingOf } from "~/domain/screening/standing";
import type { WorkScreening } from "~/domain/work/screening-work";
import type { Db } from "./db.server";
import { listDecisions } from "./screening.server";

/** The publications that wait in the screening, grouped by step and by who has decided there; what is blind is counted and not read. Three queries, none where the protocol asks for no screening. */
export async function readScreeningWork(db: Db, assessmentId: string, { screening }: Protocol): Promise<WorkScreening[]> {
  if (!screening) return [];
  const [sources, decisions] = await Promise.all([
    db.source.findMany({
      where: { assessmentId, archivedAt: null },
      select: { id: true, channel: true, createdAt: true },
      orderBy: { number: "asc" },
    }),
    listDecisions(db, assessmentId, null),
  ]);
  const waiting = sources.flatMap(({ id, channel, createdAt: since }) => {
    const own = decisions.get(id) ?? [];
    const standing = standingOf(own, channelOf(channel), screening.screeners);
    if (standing.key === "included" || isLeftOut(standing)) return [];
    const { step } = standing;
    const screenerIds = own.filter((one) => one.step === step).map(({ screener }) => screener);
    return [{ step, differs: standing.key === "conflict", screenerIds: screenerIds.toSorted(), count: 1, since }];
  });
  const groups = groupBy(waiting, ({ step, differs, screenerIds }) => JSON.stringify([step, differs, screenerIds]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const since = group.reduce((oldest, one) => (one.since < oldest ? one.since : oldest), first?.since ?? new Date(0));
    return first ? [{ ...first, count: group.length, since }] : [];
  });
}
