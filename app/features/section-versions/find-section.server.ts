import { can } from "~/domain/permissions";
import { isWritable } from "~/domain/sections/standing";
import { textIn } from "~/domain/local-text";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listSectionRows } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import { peopleOf } from "~/platform/find-section.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";

/** The section of an address, with what the pages of its versions say of it. */
export async function findVersionedSection(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  authorize(user, "section.read", assessment);
  const rows = await listSectionRows(db, assessment.id);
  const section = rows.find((one) => one.code === code);
  const numbered = numberSections(rows).find((one) => one.section === section);
  if (!section) throw refuse("not-found");
  const reading = readingOf(user.language, assessment);
  const heading = textIn(section.heading, section.language ?? reading.language, reading.fallback);
  const base = `/assessments/${assessment.slug}`;
  const people = await peopleOf(db, { id: section.id, assessmentId: assessment.id });
  return {
    section,
    people,
    mayRestore: can(user, "section.write", people) && isWritable(section.state),
    head: {
      code: section.code,
      number: numbered?.number ?? null,
      heading,
      title: [numbered?.number, heading].filter(Boolean).join(" "),
      base,
      path: `${base}/sections/${section.code}`,
      changes: section.changes,
    },
  };
}

/** What the pages of a section's versions say of it. */
export type VersionedHead = Awaited<ReturnType<typeof findVersionedSection>>["head"];

/** The number of a version in an address; not found where the section has none of that number. */
export function versionNumber(typed: string | undefined, changes: number): number {
  const number = /^\d{1,9}$/.test(typed ?? "") ? Number(typed) : 0;
  if (number < 1 || number > changes) throw refuse("not-found");
  return number;
}
