import { can, type SectionPeople } from "~/domain/permissions";
import { movesOf, type OfferedMove } from "~/domain/sections/moves-of";
import { numberSections, type NumberedSection } from "~/domain/sections/numbering";
import type { Protocol } from "~/domain/protocol/schema";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { SectionRow, StudyDocument } from "~/platform/evidence-graph.server";
import { readKeptStandings } from "~/platform/kept-standings.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { readingOf, type Reading } from "~/platform/evidence-view.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import type { Study } from "~/platform/section-binding.server";
import { isSignedBy, listAuthorIds, openContradictions, sectionPeople, type Standing } from "~/platform/section-standing.server";

/** A section of an address with the study around it, as its pages need it. */
export interface SectionStudy extends Study {
  user: Viewer;
  assessment: AssessmentRow;
  protocol: Protocol;
  document: StudyDocument;
  reading: Reading;
  base: string;
  section: SectionRow;
  numbered: NumberedSection<SectionRow>;
  standing: Standing;
  people: SectionPeople;
  moves: OfferedMove[];
}

/** The section of an address; not found where there is none, or for someone who may not read it. */
export async function findSectionStudy(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined): Promise<SectionStudy> {
  authorize(user, "section.read", assessment);
  const [protocol, document] = await Promise.all([protocolOf(assessment), readKeptDocument(db, assessment.id)]);
  const section = document.sections.find((one) => one.code === code);
  const numbered = numberSections(document.sections).find((one) => one.section === section);
  const study = { assessment, protocol };
  const standing = section && (await readKeptStandings(db, study)).get(section.id);
  if (!section || !numbered || !standing) throw refuse("not-found");
  const people = sectionPeople(assessment.id, standing.people, await listAuthorIds(db, assessment.id, document, section.id));
  const facts = {
    state: section.state,
    stale: standing.stale,
    needsSignOff: standing.needsSignOff,
    contradictionsOpen: openContradictions(study, document, section.id),
    signedByMe: isSignedBy(standing, user.id),
  };
  return {
    ...study,
    user,
    document,
    reading: readingOf(user.language, assessment),
    base: `/assessments/${assessment.slug}`,
    section,
    numbered,
    standing,
    people,
    moves: movesOf(people, user, facts),
  };
}

/** Says whether this person writes this section. */
export function mayWrite({ user, people }: Pick<SectionStudy, "user" | "people">): boolean {
  return can(user, "section.write", people);
}
