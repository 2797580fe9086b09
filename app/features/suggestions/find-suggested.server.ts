import { textIn } from "~/domain/local-text";
import { can, type SectionPeople } from "~/domain/permissions";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listSectionRows, type SectionRow } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { readAssigned, sectionPeople } from "~/platform/section-standing.server";

/** A section of an address, as far as suggestions need it. */
export interface SuggestedSection {
  section: SectionRow;
  people: SectionPeople;
  heading: { number: string | null; code: string; heading: string };
  base: string;
  path: string;
  /** Whether she may suggest, and whether she writes here, and so settles what others suggest. A lead who is no writer does both. */
  makes: boolean;
  writes: boolean;
  /** Whether she reviews the section, and so gives up signing it off once a suggestion of hers is accepted. */
  reviews: boolean;
}

/** The section of an address; not found where there is none. */
export async function findSuggestedSection(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  code: string | undefined,
): Promise<SuggestedSection> {
  authorize(user, "suggestion.read", assessment);
  const sections = await listSectionRows(db, assessment.id);
  const section = sections.find((one) => one.code === code);
  const assigned = section && (await readAssigned(db, assessment.id, sections)).get(section.id);
  if (!section || !assigned) throw refuse("not-found");
  const people = sectionPeople(assessment.id, assigned, []);
  const reading = readingOf(user.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  return {
    section,
    people,
    heading: {
      number: numberSections(sections).find((one) => one.section === section)?.number ?? null,
      code: section.code,
      heading: textIn(section.heading, section.language ?? reading.language, reading.fallback),
    },
    base,
    path: `${base}/sections/${section.code}`,
    makes: can(user, "suggestion.make", people),
    writes: can(user, "section.write", people),
    reviews: assigned.reviewerIds.includes(user.id),
  };
}
