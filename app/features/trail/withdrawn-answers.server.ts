import type { Db } from "~/platform/db.server";
import type { TrailEvent } from "~/platform/trail.server";

/** Fields of an event that hold what was said. */
const said: ReadonlySet<string> = new Set(["record", "value"]);

/** Events without the words of answers that have been withdrawn: they are shown nowhere any more. One query, and none when no event is about an answer. */
export async function withoutWithdrawn(db: Db, assessmentId: string, events: readonly TrailEvent[]): Promise<TrailEvent[]> {
  const ids = [...new Set(events.filter(({ subject }) => subject.type === "interview-answer").map(({ subject }) => subject.id))];
  if (ids.length === 0) return [...events];
  const rows = await db.interviewAnswer.findMany({
    where: { assessmentId, id: { in: ids }, withdrawnAt: { not: null } },
    select: { id: true },
  });
  const withdrawn = new Set(rows.map(({ id }) => id));
  return events.map((event) => {
    if (event.change === null || !withdrawn.has(event.subject.id)) return event;
    return { ...event, change: Object.fromEntries(Object.entries(event.change).filter(([name]) => !said.has(name))) };
  });
}
