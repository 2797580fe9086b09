import type { ShownPosition } from "~/domain/document/reading-position";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import type { Viewer } from "~/platform/guard.server";
import { noteVisits } from "~/platform/last-visit.server";
import { findPositionIfAny } from "~/platform/reading-position.server";
import { findGoOnIfAny } from "./keep-position.server";
import { isReleased, listEditions, type ListedEdition } from "./queries.server";

/** What the reading room opens on: the editions that were released, newest first, and which of them are new since the last visit. */
export async function loadReadingHall(db: Db, user: Viewer, assessment: AssessmentRow, at: Date) {
  const since = (await noteVisits(db, user.id, [assessment.id], at)).get(assessment.id) ?? null;
  const editions = (await listEditions(db, user, assessment)).filter(isReleased);
  return {
    path: `/assessments/${assessment.slug}/editions`,
    since,
    goOn: editions[0] ? await findGoOn(db, user, editions[0]) : null,
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

/** Where a person was in an edition; its document is read only for who has been somewhere in it. */
async function findGoOn(db: Db, { id: userId, language }: Viewer, edition: ListedEdition): Promise<ShownPosition | null> {
  const of = { userId, editionId: edition.id };
  if (!(await findPositionIfAny(db, of))) return null;
  return findGoOnIfAny(of, await readEditionDocument(db, edition, language));
}

/** What the first page of the reading room shows. */
export type ReadingHall = Awaited<ReturnType<typeof loadReadingHall>>;
