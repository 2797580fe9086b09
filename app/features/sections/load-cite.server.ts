import { mayStandOn } from "~/domain/evidence/chain";
import { nodeKey, type LinkKind } from "~/domain/evidence/kinds";
import { textIn } from "~/domain/local-text";
import { can } from "~/domain/permissions";
import { numberSections } from "~/domain/sections/numbering";
import { isWritable } from "~/domain/sections/standing";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { evidenceView, readingOf, statementView, type GroundView } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { readAssigned, sectionPeople } from "~/platform/section-standing.server";
import { findCited } from "./find-cited.server";

/** A statement under which the evidence can be cited: how it is linked there now, and which links the chain allows. */
export interface CitingStatement extends GroundView {
  blockId: string;
  linkedHere: LinkKind | null;
  allowed: LinkKind[];
}

/** A section that this person would write: whether there are any for her is in the page. */
export function writerIn(assessment: { id: string }, user: { id: string }) {
  return { assessmentId: assessment.id, writerIds: [user.id], reviewerIds: [], authorIds: [] };
}

/** From evidence to a statement: the evidence in full, and the statements of the sections that this person can write in now. */
export async function loadCite(db: Db, user: Viewer, assessment: AssessmentRow, code: string) {
  const found = await findCited(db, user, assessment, code);
  const [protocol, document] = await Promise.all([protocolOf(assessment), readKeptDocument(db, assessment.id)]);
  const people = await readAssigned(db, assessment.id, document.sections);
  const reading = readingOf(user.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  const mine = numberSections(document.sections).filter(({ section }) => {
    const assigned = people.get(section.id);
    return isWritable(section.state) && assigned && can(user, "section.write", sectionPeople(assessment.id, assigned, []));
  });
  const statementsOf = (sectionId: string) =>
    [...document.statements.values()]
      .filter((one) => one.sectionId === sectionId)
      .flatMap(({ id, kind, blockId }): CitingStatement[] => {
        const view = statementView(document, id, reading, base);
        const linked = document.graph.linksOfBlock.get(blockId)?.find((link) => nodeKey(link.to) === nodeKey(found));
        const bears = mayStandOn(protocol.rules.chain, kind).evidence;
        const allowed: LinkKind[] = bears ? ["supports", "contradicts", "context"] : ["context"];
        return view ? [{ ...view, blockId, linkedHere: linked?.kind ?? null, allowed }] : [];
      });
  return {
    evidence: evidenceView(found, reading, base),
    problem: found.citable,
    citableFrom: found.citableFrom,
    base,
    sections: mine
      .map(({ section, number }) => ({
        code: section.code,
        heading: [number, textIn(section.heading, reading.language, reading.fallback)].filter(Boolean).join(" "),
        statements: statementsOf(section.id),
      }))
      .filter(({ statements }) => statements.length > 0),
  };
}

/** What the page from evidence to a statement gets. */
export type CiteLoaded = Awaited<ReturnType<typeof loadCite>>;
