import { z } from "zod";
import { judgementsSeenBy } from "~/platform/blind.server";
import type { Db } from "~/platform/db.server";
import type { TrailEvent } from "~/platform/trail.server";

const ratingAction = "judgement.rate";

const Rated = z.looseObject({ level: z.string().nullable(), without: z.string().nullable(), justification: z.string() });

/**
 * Events with what was rated in those that rated something: the level and the justification, before and after, from the versions. Only of
 * judgements that this person may be shown: what is blind to her is not read. Two queries, and none when nothing was rated.
 */
export async function withRatings(db: Db, assessmentId: string, viewerId: string, events: readonly TrailEvent[]): Promise<TrailEvent[]> {
  const ids = [...new Set(events.filter(({ action }) => action === ratingAction).map(({ subject }) => subject.id))];
  if (ids.length === 0) return [...events];
  const seen = await db.judgement.findMany({
    where: { assessmentId, id: { in: ids }, AND: [judgementsSeenBy(viewerId)] },
    select: { id: true },
  });
  const versions = await db.version.findMany({
    where: { kind: "judgement", recordId: { in: seen.map(({ id }) => id) } },
    select: { recordId: true, number: true, body: true },
  });
  const bodies = new Map(versions.map(({ recordId, number, body }) => [`${recordId} ${number}`, Rated.parse(JSON.parse(body))]));
  return events.map((event) => {
    if (event.action !== ratingAction || event.change === null) return event;
    const { id, version } = event.subject;
    const after = bodies.get(`${id} ${version}`);
    return after ? { ...event, change: { ...event.change, ...changed(bodies.get(`${id} ${version - 1}`), after) } } : event;
  });
}

type Body = z.output<typeof Rated>;

function changed(before: Body | undefined, after: Body): Record<string, unknown> {
  const names = (["level", "without", "justification"] as const).filter(
    (name) => (before?.[name] ?? null) !== after[name] && (before || after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, { before: before?.[name] ?? null, after: after[name] }]));
}
