import type { AuditEvent } from "~/domain/audit";
import { z } from "zod";
import { Interest } from "~/domain/attribution";
import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepInterviewee } from "./keep-interviewee.server";

/**
 * Lets the interviewees that belong to one actor, or say that it employs them, do so of another, so that what they say goes on counting as of
 * one origin. One event for each, which names the field and nothing of the person.
 */
export async function moveInterviewees(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, fromId, toId }: { assessmentId: string; fromId: string; toId: string },
): Promise<AuditEvent[]> {
  const rows = await tx.interviewee.findMany({
    where: { assessmentId, OR: [{ actorId: fromId }, { interest: { contains: `"${fromId}"` } }] },
    orderBy: { number: "asc" },
  });
  const events: AuditEvent[] = [];
  for (const { id, code, actorId, interest, version } of rows) {
    const data = { actorId: actorId === fromId ? toId : actorId, interest: movedInterest(interest, fromId, toId) };
    await tx.interviewee.update({ where: { id }, data: { ...data, version: version + 1 } });
    await keepInterviewee(tx, context, id);
    const changed = [
      ...(data.actorId === actorId ? [] : (["actor"] as const)),
      ...(data.interest === interest ? [] : (["interest"] as const)),
    ];
    const subject = { type: "interviewee", id, version: version + 1 } as const;
    events.push({ action: "interviewee.change", subject, label: code, about: id, change: { changed } });
  }
  return events;
}

const Interests = z.array(Interest);

/** The interests as stored, with one actor in the place of another; what then says the same twice is said once. */
function movedInterest(stored: string, fromId: string, toId: string): string {
  const before = Interests.parse(JSON.parse(stored));
  if (!before.some(({ actorId }) => actorId === fromId)) return stored;
  const after = before.map((one) => JSON.stringify(one.actorId === fromId ? { ...one, actorId: toId } : one));
  return `[${[...new Set(after)].join(",")}]`;
}
