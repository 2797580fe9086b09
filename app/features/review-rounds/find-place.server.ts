import { textIn } from "~/domain/local-text";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { listAuthorIds, readAssigned, sectionPeople } from "~/platform/section-standing.server";

/** The section of an address with its people, as the pages of review around it need it; not found where there is none. */
export async function findPlace(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  authorize(user, "section.read", assessment);
  const document = await readDocument(db, assessment.id);
  const numbered = numberSections(document.sections).find(({ section }) => section.code === code);
  if (!numbered) throw refuse("not-found");
  const { section, number, annex } = numbered;
  const [assigned, authorIds] = await Promise.all([
    readAssigned(db, assessment.id, document.sections),
    listAuthorIds(db, assessment.id, document, section.id),
  ]);
  const own = assigned.get(section.id) ?? { writerIds: [], reviewerIds: [], writersFromId: null, reviewersFromId: null };
  const reading = readingOf(user.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  return {
    document,
    reading,
    section,
    people: sectionPeople(assessment.id, own, authorIds),
    head: {
      number,
      annex,
      code: section.code,
      version: section.version,
      changes: section.changes,
      heading: textIn(section.heading, section.language ?? reading.language, reading.fallback),
      base,
      path: `${base}/sections/${section.code}`,
    },
  };
}
