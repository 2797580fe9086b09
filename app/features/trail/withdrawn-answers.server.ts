import type { Db } from "~/platform/db.server";
import type { TrailEvent } from "~/platform/trail.server";

/** Fields of an event that hold what was said, or why it was not, or what was said about it. */
const said: ReadonlySet<string> = new Set(["record", "value", "reason"]);

/** The act whose reason is not of the answer but of taking it back. */
const withdrawing = "answer.withdraw";

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
    if (event.change === null || event.action === withdrawing || !withdrawn.has(event.subject.id)) return event;
    return { ...event, change: Object.fromEntries(Object.entries(event.change).filter(([name]) => !said.has(name))) };
  });
}
