import { z } from "zod";
import { type GuideItem, interviewGuide, openItems } from "~/domain/interviews/guide";
import { answerStates } from "~/domain/moves/interview";
import { protocolVersion } from "./assessment.server";
import type { Db } from "./db.server";

const State = z.enum(answerStates);

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
  const answers = rows.map((row) => ({
    ...row,
    state: State.parse(row.state),
    value: row.value === null ? null : (JSON.parse(row.value) as unknown),
  }));
  const kinds = participants.map(({ interviewee }) => interviewee.kind);
  return openItems(interviewGuide(protocol, kinds, answers));
}
