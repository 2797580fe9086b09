import type { TellableEvent } from "~/domain/trail/told-event";
import type { Db } from "~/platform/db.server";

const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** Names of members and codes of sections, statements, sources, actors and interviewees for the ids in the fields of events, by id. Six queries, and none when there are no ids. */
export async function namesOfIds(db: Db, assessmentId: string, events: readonly TellableEvent[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap(({ change }) => JSON.stringify(change ?? {}).match(id) ?? []))];
  if (ids.length === 0) return new Map();
  const where = { assessmentId, id: { in: ids } };
  const select = { id: true, code: true } as const;
  const [members, ...coded] = await Promise.all([
    db.member.findMany({ where: { assessmentId, userId: { in: ids } }, select: { userId: true, user: { select: { name: true } } } }),
    db.section.findMany({ where, select }),
    db.statement.findMany({ where, select }),
    db.source.findMany({ where, select }),
    db.actor.findMany({ where, select }),
    db.interviewee.findMany({ where, select }),
  ]);
  return new Map([
    ...members.map(({ userId, user }) => [userId, user.name] as const),
    ...coded.flat().map((row) => [row.id, row.code] as const),
  ]);
}
