import { type GuideItem, interviewGuide, openItems } from "~/domain/interviews/guide";
import { writableInterviewStates } from "~/domain/moves/interview";
import { protocolVersion } from "./assessment.server";
import type { Db } from "./db.server";
import { recordedAnswer } from "./recorded-answer";

/**
 * The questions of the guide in force, and parts of them, that are still open in an interview: its record can't be closed or sent yet. Of a record that
 * was closed before the guide asked something, that is not open: nobody asks it any more.
 */
export async function listOpenItems(db: Db, assessmentId: string, interviewId: string): Promise<GuideItem[]> {
  const [assessment, interview, participants, rows] = await Promise.all([
    db.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { protocolNumber: true } }),
    db.interview.findUniqueOrThrow({ where: { id: interviewId }, select: { state: true } }),
    db.participant.findMany({ where: { interviewId }, select: { interviewee: { select: { kind: true } } } }),
    db.interviewAnswer.findMany({
      where: { interviewId, archivedAt: null },
      select: { question: true, part: true, state: true, reason: true, value: true, record: true, language: true },
    }),
  ]);
  const protocol = await protocolVersion(assessmentId, assessment.protocolNumber);
  const kinds = participants.map(({ interviewee }) => interviewee.kind);
  const open = openItems(interviewGuide(protocol, kinds, rows.map(recordedAnswer)));
  const isClosed = !writableInterviewStates.some((state) => state === interview.state);
  return isClosed ? open.filter(({ question, part }) => rows.some((row) => row.question === question && row.part === part)) : open;
}
