import { toldCompileJobStates } from "~/domain/moves/compile-job";
import type { WorkAsked } from "~/domain/work/study-work";
import type { Db } from "./db.server";

/** The drafts of a study that were asked for and whose end the person who asked has not seen. It changes without an event. */
export async function listAskedDrafts(db: Db, assessmentId: string): Promise<WorkAsked[]> {
  const rows = await db.compileJob.findMany({
    where: { assessmentId, seenAt: null, state: { in: [...toldCompileJobStates] } },
    select: { id: true, askedById: true, askedAt: true, endedAt: true, editionId: true },
    orderBy: { askedAt: "asc" },
  });
  const ids = rows.flatMap(({ editionId }) => editionId ?? []);
  const editions =
    ids.length === 0 ? [] : await db.edition.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, draft: true } });
  return rows.map(({ id, askedById, askedAt, endedAt, editionId }) => {
    const made = editions.find((edition) => edition.id === editionId);
    return { id, askedById, at: endedAt ?? askedAt, edition: made ? { number: made.number, draft: made.draft } : null };
  });
}
