import type { GateCheck } from "~/domain/coverage/gate";
import { checkKey } from "~/domain/coverage/passing";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readStudyHindrances, type PlacedCheck } from "~/platform/study-gate.server";

/** A check of a study that is not met, with where it is looked at and the section that it is asked of. */
export interface StudyGateLine extends Omit<GateCheck, "missing"> {
  key: string;
  href: string;
  section: string | null;
}

/** What the gate of a study still asks before a final edition. */
export interface StudyGateShown {
  base: string;
  blockers: StudyGateLine[];
  unreasoned: StudyGateLine[];
}

/** What stops a final edition of a study, and the warnings that have no reason. */
export async function loadStudyGate(db: Db, assessment: AssessmentRow): Promise<StudyGateShown> {
  const base = `/assessments/${assessment.slug}`;
  const { blockers, unreasoned } = await readStudyHindrances(db, assessment.id, await protocolOf(assessment));
  const sections = await db.section.findMany({
    where: { assessmentId: assessment.id, archivedAt: null },
    select: { id: true, code: true },
  });
  const codes = new Map(sections.map(({ id, code }) => [id, code]));
  const line = ({ sectionId, missing: _, ...check }: PlacedCheck): StudyGateLine => ({
    ...check,
    key: checkKey(check),
    href: `${base}/${check.about === "question" ? "questions" : "statements"}/${check.subject}`,
    section: sectionId === null ? null : (codes.get(sectionId) ?? null),
  });
  return { base, blockers: blockers.map(line), unreasoned: unreasoned.map(line) };
}
