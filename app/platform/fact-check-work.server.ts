import { groupBy } from "~/domain/evidence/graph";
import type { WorkCorrections, WorkWithdrawn } from "~/domain/work/fact-check-work";
import type { Db } from "./db.server";

/** The corrections of an assessment that wait to be dealt with, by interview: sent in, or of a link that is over. Two queries. */
export async function readCorrections(db: Db, assessmentId: string, at = new Date()): Promise<WorkCorrections[]> {
  const link = { OR: [{ sentInAt: { not: null } }, { revokedAt: { not: null } }, { expiresAt: { lt: at } }] };
  const rows = await db.factCheckReply.findMany({
    where: { assessmentId, verdict: "corrected", settledAs: null, link },
    select: { answerId: true, at: true, link: { select: { interviewId: true } } },
    orderBy: { at: "asc" },
  });
  const standing = await db.interviewAnswer.findMany({
    where: { id: { in: rows.map(({ answerId }) => answerId) }, withdrawnAt: null, interview: { archivedAt: null } },
    select: { id: true, interview: { select: { code: true, interviewers: { select: { userId: true } } } } },
  });
  const known = new Map(standing.map(({ id, interview }) => [id, interview]));
  const byInterview = groupBy(
    rows.filter(({ answerId }) => known.has(answerId)),
    ({ link }) => link.interviewId,
  );
  return [...byInterview.values()].flatMap(([first, ...others]) => {
    const interview = first && known.get(first.answerId);
    if (!first || !interview) return [];
    const answers = new Set([first, ...others].map(({ answerId }) => answerId));
    const interviewerIds = interview.interviewers.map(({ userId }) => userId);
    return [{ interview: interview.code, interviewerIds, count: answers.size, since: first.at }];
  });
}

/** The answers that were withdrawn and that a statement of the document still cites. Three queries. */
export async function readWithdrawnCited(db: Db, assessmentId: string): Promise<WorkWithdrawn[]> {
  const answers = await db.interviewAnswer.findMany({
    where: { assessmentId, withdrawnAt: { not: null } },
    select: { id: true, code: true, withdrawnAt: true },
  });
  if (answers.length === 0) return [];
  const links = await db.link.findMany({
    where: { assessmentId, toKind: "interview-answer", toId: { in: answers.map(({ id }) => id) }, archivedAt: null },
    select: { toId: true, fromBlockId: true },
  });
  const statements = await db.statement.findMany({
    where: { blockId: { in: links.map(({ fromBlockId }) => fromBlockId) }, block: { archivedAt: null, section: { archivedAt: null } } },
    select: { code: true, blockId: true },
    orderBy: { code: "asc" },
  });
  return statements.flatMap(({ code: statement, blockId }) =>
    links
      .filter(({ fromBlockId }) => fromBlockId === blockId)
      .flatMap(({ toId }) => answers.filter(({ id }) => id === toId))
      .flatMap(({ code: answer, withdrawnAt: since }) => (since ? [{ answer, statement, since }] : [])),
  );
}
