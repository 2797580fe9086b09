import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { noteVisits } from "~/platform/last-visit.server";
import { isReleased, listEditions } from "./queries.server";

/** What the reading room opens on: the editions that were released, newest first, and which of them are new since the last visit. */
export async function loadReadingHall(db: Db, user: Viewer, assessment: AssessmentRow, at: Date) {
  const since = (await noteVisits(db, user.id, [assessment.id], at)).get(assessment.id) ?? null;
  const editions = (await listEditions(db, user, assessment)).filter(isReleased);
  return {
    path: `/assessments/${assessment.slug}/editions`,
    since,
    editions: editions.map(({ number, draft, purpose, releasedAt, files, languages }) => ({
      number,
      draft,
      purpose,
      releasedAt,
      files,
      languages,
      isNew: releasedAt !== null && (since === null || releasedAt > since),
    })),
  };
}

/** What the first page of the reading room shows. */
export type ReadingHall = Awaited<ReturnType<typeof loadReadingHall>>;
