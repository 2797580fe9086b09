import { type GuideItem, interviewGuide, openItems } from "~/domain/interviews/guide";
import { protocolVersion } from "./assessment.server";
import type { Db } from "./db.server";
import { recordedAnswer } from "./recorded-answer";

/** The questions of the guide in force, and parts of them, that are still open in an interview: its record can't be closed or sent yet. */
export async function listOpenItems(db: Db, assessmentId: string, interviewId: string): Promise<GuideItem[]> {
  const [assessment, participants, rows] = await Promise.all([
    db.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { protocolNumber: true } }),
    db.participant.findMany({ where: { interviewId }, select: { interviewee: { select: { kind: true } } } }),
    db.interviewAnswer.findMany({
      where: { interviewId, archivedAt: null },
      select: { question: true, part: true, state: true, reason: true, value: true, record: true, language: true },
    }),
  ]);
  const protocol = await protocolVersion(assessmentId, assessment.protocolNumber);
  const kinds = participants.map(({ interviewee }) => interviewee.kind);
  return openItems(interviewGuide(protocol, kinds, rows.map(recordedAnswer)));
}
