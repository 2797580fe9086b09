import { groupBy } from "~/domain/evidence/graph";
import { waitingSuggestionStates } from "~/domain/moves/suggestion";
import type { WorkSuggestions, WorkTalk, WorkThread } from "~/domain/work/talk-work";
import { mentionsOf } from "./comments.server";
import type { Db } from "./db.server";
import { readRemarkWork } from "./remarks.server";

/** What people say about sections and editions of a study and waits for somebody: points, suggestions and remarks that were sent. No word of them. */
export async function readTalk(db: Db, assessmentId: string): Promise<WorkTalk> {
  const [threads, suggestions, remarks] = await Promise.all([
    readThreads(db, assessmentId),
    readSuggestions(db, assessmentId),
    readRemarkWork(db, assessmentId),
  ]);
  return { threads, suggestions, remarks };
}

async function readThreads(db: Db, assessmentId: string): Promise<WorkThread[]> {
  const rows = await db.comment.findMany({
    where: { assessmentId, sentAt: { not: null }, archivedAt: null },
    select: { id: true, threadId: true, sectionId: true, number: true, byId: true, sentAt: true, mentions: true, resolvedAt: true },
    orderBy: [{ sentAt: "asc" }, { number: "asc" }],
  });
  const answers = groupBy(rows, ({ threadId }) => threadId ?? "");
  return rows
    .filter(({ threadId, resolvedAt }) => threadId === null && resolvedAt === null)
    .map((opener) => ({
      sectionId: opener.sectionId,
      number: opener.number,
      said: [opener, ...(answers.get(opener.id) ?? [])].flatMap(({ byId, sentAt, mentions }) =>
        sentAt ? [{ byId, at: sentAt, mentions: mentionsOf(mentions) }] : [],
      ),
    }));
}

async function readSuggestions(db: Db, assessmentId: string): Promise<WorkSuggestions[]> {
  const rows = await db.suggestion.findMany({
    where: { assessmentId, state: { in: [...waitingSuggestionStates] } },
    select: { sectionId: true, at: true },
    orderBy: { at: "asc" },
  });
  return [...groupBy(rows, ({ sectionId }) => sectionId)].map(([sectionId, own]) => ({ sectionId, times: own.map(({ at }) => at) }));
}
