import type { ToldEvent } from "~/domain/trail/told-event";
import type { Db } from "~/platform/db.server";

const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** Events with names and codes in place of the ids of members, sections and statements in their fields. Three queries, and none when there are no ids. */
export async function nameIds(db: Db, assessmentId: string, events: readonly ToldEvent[]): Promise<ToldEvent[]> {
  const texts = events.flatMap(({ fields }) => fields.flatMap(({ before, after }) => [before ?? "", after ?? ""]));
  const ids = [...new Set(texts.flatMap((text) => text.match(id) ?? []))];
  if (ids.length === 0) return [...events];
  const where = { assessmentId, id: { in: ids } };
  const [members, sections, statements] = await Promise.all([
    db.member.findMany({ where: { assessmentId, userId: { in: ids } }, select: { userId: true, user: { select: { name: true } } } }),
    db.section.findMany({ where, select: { id: true, code: true } }),
    db.statement.findMany({ where, select: { id: true, code: true } }),
  ]);
  const names = new Map([
    ...members.map(({ userId, user }) => [userId, user.name] as const),
    ...[...sections, ...statements].map((row) => [row.id, row.code] as const),
  ]);
  const named = (text: string | null) => text && text.replace(id, (found) => names.get(found) ?? found);
  return events.map((event) => ({
    ...event,
    fields: event.fields.map((field) => ({ ...field, before: named(field.before), after: named(field.after) })),
  }));
}
