import { z } from "zod";
import { interviewGuide, openItems } from "~/domain/interviews/guide";
import { answerStates } from "~/domain/moves/interview";
import { protocolVersion } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";

const State = z.enum(answerStates);

/** The codes of the questions of the guide that are still open in an interview: its record can't be sent yet. */
export async function listOpenQuestions(db: Db, assessmentId: string, interviewId: string): Promise<string[]> {
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
  return openItems(interviewGuide(protocol, kinds, answers)).map(({ code }) => code);
}
