import { isSaid } from "~/domain/moves/interview";
import { signedOffSectionStates } from "~/domain/moves/section";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import { listAttachments } from "~/platform/attachments.server";
import { listCitedIn } from "~/platform/cited-in.server";
import { groundsSeenBy } from "~/platform/blind.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listParticipants, localText } from "~/platform/interviewees.server";
import { findListedSinceIfAny, findShowingEditions, listAnswersGivenBy } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";
import type { FoundInterview } from "./find-interview.server";
import { answerState } from "~/platform/recorded-answer";

/** The participant of an address; not found when nobody of that code takes part, refused when she took her consent back already. */
export async function findParticipant(db: Db, interview: FoundInterview, code: string | undefined) {
  const where = { interviewId: interview.id, interviewee: { code: code ?? "" } };
  const row = await db.participant.findFirst({ where, select: { id: true, version: true, attribution: true, withdrawnAt: true } });
  if (!row) throw refuse("not-found");
  if (row.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
  return row;
}

/** Everything that falls away when a participant takes her consent back, before it does. */
export async function loadWithdrawal(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  protocol: Protocol,
  interview: FoundInterview,
  code: string | undefined,
) {
  const { id, version, attribution } = await findParticipant(db, interview, code);
  const shown = (await listParticipants(db, user, protocol, assessment.id, [interview.id])).get(interview.id)?.find((one) => one.id === id);
  const answers = await listAnswersGivenBy(db, { id, interviewId: interview.id });
  const listedSince = await findListedSinceIfAny(db, { id, attribution });
  const falling = answers.filter(({ withdrawnAt }) => withdrawnAt === null);
  const ids = falling.map((answer) => answer.id);
  return {
    interview: { code: interview.code },
    participant: { id, version, code: code ?? "", shown: shown?.shown ?? null },
    languages: assessment.languages,
    answers: falling
      .filter(({ state }) => isSaid(answerState(state)))
      .map((answer) => ({ code: answer.code }))
      .toSorted((one, other) => one.code.localeCompare(other.code, "en", { numeric: true })),
    statements: [...new Set([...(await listCitedIn(db, "interview-answer", ids)).values()].flat())].sort(),
    files: await countFiles(db, user, assessment.id, { interviewId: interview.id, participantId: id }),
    grounds: await db.ground.count({
      where: { ...(await groundsSeenBy(db, assessment.id, user.id)), evidenceKind: "interview-answer", evidenceId: { in: ids } },
    }),
    sections: await listBound(db, assessment.id, ids),
    editions: await findShowingEditions(db, { assessmentId: assessment.id, answers, listedSince }),
  };
}

/** What the page of a withdrawal shows. */
export type Withdrawal = Awaited<ReturnType<typeof loadWithdrawal>>;

/** How many files of the interview and of the consent this person knows of. */
async function countFiles(
  db: Db,
  user: Viewer,
  assessmentId: string,
  { interviewId, participantId }: { interviewId: string; participantId: string },
): Promise<number> {
  const lists = await Promise.all([
    listAttachments(db, user, assessmentId, "interview", interviewId),
    listAttachments(db, user, assessmentId, "participant", participantId),
  ]);
  return lists.reduce((count, { files }) => count + files.length, 0);
}

/** The sections whose sign-offs rest on some answers, directly or through other statements: their sign-offs no longer hold afterwards. */
async function listBound(db: Db, assessmentId: string, answerIds: readonly string[]) {
  if (answerIds.length === 0) return [];
  const signOffs = await db.signOff.findMany({
    where: { assessmentId, endedAt: null, section: { archivedAt: null, state: { in: [...signedOffSectionStates] } } },
    select: { evidence: true, section: { select: { id: true, code: true, heading: true, sort: true } } },
  });
  const bound = signOffs.filter(({ evidence }) => answerIds.some((id) => evidence.includes(id))).map(({ section }) => section);
  const sections = [...new Map(bound.map((section) => [section.id, section])).values()];
  return sections
    .toSorted((one, other) => (one.sort < other.sort ? -1 : 1))
    .map(({ code, heading }) => ({ code, heading: localText(heading) }));
}
