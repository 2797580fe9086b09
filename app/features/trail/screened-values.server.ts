import { z } from "zod";
import { screeningsSeenBy } from "~/platform/blind.server";
import type { Db } from "~/platform/db.server";
import type { TrailEvent } from "~/platform/trail.server";

const decideAction = "screening.decide";

const Decided = z.looseObject({ decision: z.string(), reason: z.string().nullable(), note: z.string() });

/**
 * Events with what was decided in those of the screening: decision, reason and note, before and after, from the versions. Only of decisions that
 * this person may be shown: what is blind to her is not read. Two queries, and none when nothing was screened.
 */
export async function withScreenings(db: Db, assessmentId: string, viewerId: string, events: readonly TrailEvent[]): Promise<TrailEvent[]> {
  const ids = [...new Set(events.filter(({ action }) => action === decideAction).map(({ subject }) => subject.id))];
  if (ids.length === 0) return [...events];
  const seen = await db.screening.findMany({
    where: { assessmentId, id: { in: ids }, AND: [screeningsSeenBy(viewerId)] },
    select: { id: true },
  });
  const versions = await db.version.findMany({
    where: { kind: "screening", recordId: { in: seen.map(({ id }) => id) } },
    select: { recordId: true, number: true, body: true },
  });
  const bodies = new Map(versions.map(({ recordId, number, body }) => [`${recordId} ${number}`, Decided.parse(JSON.parse(body))]));
  return events.map((event) => {
    if (event.action !== decideAction || event.change === null) return event;
    const { id, version } = event.subject;
    const after = bodies.get(`${id} ${version}`);
    return after ? { ...event, change: { ...event.change, ...changed(bodies.get(`${id} ${version - 1}`), after) } } : event;
  });
}

type Body = z.output<typeof Decided>;

const names = { decision: "decision", exclusionReason: "reason", note: "note" } as const;

function changed(before: Body | undefined, after: Body): Record<string, unknown> {
  const told = Object.entries(names).filter(([, field]) => (before?.[field] ?? null) !== after[field] && (before || after[field]));
  return Object.fromEntries(told.map(([name, field]) => [name, { before: before?.[field] ?? null, after: after[field] }]));
}
