import { groupBy } from "~/domain/evidence/graph";
import { waitsForResearcher } from "~/domain/fact-check/reply";
import { discussed } from "~/domain/fact-check/status";
import type { CorrectionsKind, WorkCorrections, WorkWithdrawn } from "~/domain/work/fact-check-work";
import type { Db } from "./db.server";
import { type CountedReply, readCountedReplies } from "./fact-check-replies.server";

/** What interviewees have against records of an assessment and waits to be dealt with, by interview. Three queries, and a few more where something was saved that was not sent in. */
export async function readCorrections(db: Db, assessmentId: string, at: Date): Promise<WorkCorrections[]> {
  const said = await db.factCheckReply.findMany({
    where: { assessmentId, verdict: { not: "confirmed" }, OR: [{ settledAs: null }, { settledAs: discussed }] },
    select: { answerId: true },
  });
  const ids = [...new Set(said.map(({ answerId }) => answerId))];
  const answers = await db.interviewAnswer.findMany({
    where: {
      assessmentId,
      OR: [{ id: { in: ids } }, { disputedAt: { not: null } }],
      withdrawnAt: null,
      archivedAt: null,
      interview: { archivedAt: null },
    },
    select: { id: true, interview: { select: { code: true, interviewers: { select: { userId: true } } } } },
  });
  if (answers.length === 0) return [];
  const interviewOf = new Map(answers.map(({ id, interview }) => [id, interview]));
  const replies = await readCountedReplies(db, { answerId: { in: answers.map(({ id }) => id) } }, at);
  const waiting = replies.filter(waitsForResearcher).flatMap((reply) => {
    const interview = interviewOf.get(reply.answerId);
    return interview ? [{ answerId: reply.answerId, at: reply.at, kind: kindOf(reply), interview }] : [];
  });
  const groups = groupBy(waiting, ({ kind, interview }) => `${kind} ${interview.code}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { kind, interview } = first;
    const interviewerIds = interview.interviewers.map(({ userId }) => userId);
    const count = new Set(own.map(({ answerId }) => answerId)).size;
    return [{ kind, interview: interview.code, interviewerIds, count, times: own.map(({ at }) => at) }];
  });
}

const kindOf = ({ standing, settledAs }: CountedReply): CorrectionsKind =>
  settledAs === discussed ? "discussed" : standing === "left" ? "left" : "sent";

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
