import { groupBy } from "~/domain/evidence/graph";
import { nodeKey, type EvidenceKind, type NodeRef } from "~/domain/evidence/kinds";
import { questionsInformed, standingFor } from "~/domain/evidence/questions-informed";
import type { Protocol } from "~/domain/protocol/schema";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";

/** A piece of evidence as coverage counts it, without a word of its text: which questions it is tagged with, and its independence group (null = an origin of its own). */
export interface EvidenceMark {
  kind: EvidenceKind;
  id: string;
  origin: string | null;
  questions: string[];
  /** Of an interview answer: its interview, and the perspective of that. */
  interview?: { id: string; perspective: string | null };
}

/**
 * Every piece of evidence of an assessment that is there to be used: not archived, answered and not withdrawn, judged and in a round
 * that is open (reconciled, or by the only rater). Six queries, none of which selects a text.
 */
export async function listEvidenceMarks(db: Db, assessmentId: string, protocol: Protocol): Promise<EvidenceMark[]> {
  const lists = await Promise.all([
    markExcerpts(db, assessmentId),
    markAnswers(db, assessmentId, protocol),
    markFacts(db, assessmentId),
    markJudgements(db, assessmentId, protocol),
    markAlignments(db, assessmentId, protocol),
  ]);
  const tags = await db.questionTag.findMany({
    where: { assessmentId, removedAt: null },
    select: { question: true, evidenceKind: true, evidenceId: true },
  });
  const tagged = groupBy(tags, (tag) => `${tag.evidenceKind}/${tag.evidenceId}`);
  return lists.flat().map((mark) => ({
    ...mark,
    questions: [
      ...new Set([...mark.questions, ...(tagged.get(nodeKey(mark)) ?? []).flatMap(({ question }) => standingFor(protocol, question))]),
    ],
  }));
}

/** The evidence that is available for each research question: tagged with it by the protocol or by hand. */
export function availableByQuestion(marks: readonly EvidenceMark[]): Map<string, NodeRef[]> {
  const pairs = marks.flatMap((mark) => mark.questions.map((question) => ({ question, mark })));
  return new Map(
    [...groupBy(pairs, ({ question }) => question)].map(([question, found]) => [
      question,
      found.map(({ mark }) => ({ kind: mark.kind, id: mark.id })),
    ]),
  );
}

async function markExcerpts(db: Db, assessmentId: string): Promise<EvidenceMark[]> {
  const rows = await db.excerpt.findMany({
    where: { assessmentId, archivedAt: null, source: { archivedAt: null } },
    select: { id: true, sourceId: true, source: { select: { origin: true } } },
  });
  return rows.map(({ id, sourceId, source }) => ({
    kind: "excerpt",
    id,
    origin: source.origin === null ? `source ${sourceId}` : `group ${source.origin}`,
    questions: [],
  }));
}

async function markAnswers(db: Db, assessmentId: string, protocol: Protocol): Promise<EvidenceMark[]> {
  const rows = await db.interviewAnswer.findMany({
    where: { assessmentId, state: "answered", withdrawnAt: null, interview: { archivedAt: null } },
    select: {
      id: true,
      question: true,
      part: true,
      interview: {
        select: {
          id: true,
          perspective: true,
          participants: {
            select: { intervieweeId: true, interviewee: { select: { actorId: true } } },
            orderBy: { number: "asc" },
            take: 1,
          },
        },
      },
    },
  });
  return rows.map(({ id, question, part, interview: { participants, ...interview } }) => {
    const [first] = participants;
    const origin = first ? `interviewee ${first.interviewee.actorId ?? first.intervieweeId}` : null;
    return {
      kind: "interview-answer",
      id,
      origin,
      interview,
      questions: questionsInformed(protocol, { guideQuestion: question, guidePart: part }, []),
    };
  });
}

async function markFacts(db: Db, assessmentId: string): Promise<EvidenceMark[]> {
  const rows = await db.actorFact.findMany({
    where: { assessmentId, archivedAt: null, actor: { archivedAt: null } },
    select: { id: true, actorId: true, sourceId: true },
  });
  return rows.map(({ id, actorId, sourceId }) => ({
    kind: "actor-fact",
    id,
    origin: sourceId === null ? `actor ${actorId}` : `source ${sourceId}`,
    questions: [],
  }));
}

async function markJudgements(db: Db, assessmentId: string, protocol: Protocol): Promise<EvidenceMark[]> {
  const rows = await db.judgement.findMany({
    where: { assessmentId, ...judgementsSeenBy(null) },
    select: {
      id: true,
      criterion: true,
      rater: true,
      roundId: true,
      round: { select: { raters: { where: { replacedAt: null }, select: { id: true } } } },
    },
  });
  const counting = rows.filter(({ rater, round }) => rater === "reconciled" || round.raters.length === 1);
  return counting.map(({ id, criterion, roundId }) => ({
    kind: "judgement",
    id,
    origin: `round ${roundId}`,
    questions: questionsInformed(protocol, { criterion }, []),
  }));
}

async function markAlignments(db: Db, assessmentId: string, protocol: Protocol): Promise<EvidenceMark[]> {
  const rows = await db.alignment.findMany({
    where: { assessmentId, OR: [{ level: { not: null } }, { without: { not: null } }] },
    select: { id: true, framework: true },
  });
  return rows.map(({ id, framework }) => ({
    kind: "alignment",
    id,
    origin: `framework ${framework}`,
    questions: questionsInformed(protocol, { framework }, []),
  }));
}
