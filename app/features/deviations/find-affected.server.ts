import { readAnswerCode } from "~/domain/interviews/answer-code";
import { type Affected, affectedBy, type RecordedUnder } from "~/domain/protocol/affected";
import type { ProtocolChange } from "~/domain/protocol/protocol-changes";
import { findSection } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { isOpen } from "~/domain/moves/interview";
import { judgementsSeenBy } from "~/platform/blind.server";
import type { Db } from "~/platform/db.server";
import { answerState } from "~/platform/recorded-answer";

/**
 * What was asked, judged or written under the protocol in force that the changes concern. Of a round that is blind nothing is read. A constant number of
 * queries, none of which selects a text.
 */
export async function findAffected(db: Db, assessmentId: string, old: Protocol, changes: readonly ProtocolChange[]): Promise<Affected[]> {
  const lists = await Promise.all([
    answersIn(db, assessmentId),
    judgementsIn(db, assessmentId),
    alignmentsIn(db, assessmentId),
    fieldAnswersIn(db, assessmentId),
    statementsIn(db, assessmentId),
    sectionsIn(db, assessmentId, old),
  ]);
  return affectedBy(old, changes, lists.flat());
}

async function answersIn(db: Db, assessmentId: string): Promise<RecordedUnder[]> {
  const rows = await db.interviewAnswer.findMany({
    where: { assessmentId, archivedAt: null, interview: { archivedAt: null } },
    select: { id: true, code: true, question: true, state: true },
    orderBy: [{ interview: { number: "asc" } }, { code: "asc" }],
  });
  return rows
    .filter(({ state }) => !isOpen(answerState(state)))
    .map(({ id, code, question }) => ({ kind: "interview-answer", id, code, path: pathOfAnswer(code), guideQuestion: question }));
}

/** Where an answer stands on the page of its interview. */
function pathOfAnswer(code: string): string {
  return `/interviews/${code.split(":")[0] ?? ""}#q${readAnswerCode(code).item}`;
}

const pages: Readonly<Record<string, string>> = { actor: "actors", intervention: "interventions", option: "options", source: "sources" };

function pathOfSubject(kind: string, code: string): string {
  const page = pages[kind];
  return page === undefined ? "/alignments" : `/${page}/${code}`;
}

async function judgementsIn(db: Db, assessmentId: string): Promise<RecordedUnder[]> {
  const rows = await db.judgement.findMany({
    where: { assessmentId, AND: [judgementsSeenBy(null)] },
    select: { id: true, code: true, criterion: true, subjectKind: true, subjectId: true },
    orderBy: [{ code: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, code, criterion, subjectKind, subjectId }) => ({
    kind: "judgement",
    id,
    code,
    path: pathOfSubject(subjectKind, code.split(":")[0] ?? code),
    criterion,
    ...(subjectKind === "option" && { option: subjectId }),
    ...(subjectKind === "policy-node" && { node: subjectId }),
  }));
}

async function alignmentsIn(db: Db, assessmentId: string): Promise<RecordedUnder[]> {
  const rows = await db.alignment.findMany({
    where: { assessmentId, OR: [{ level: { not: null } }, { without: { not: null } }] },
    select: { id: true, code: true, framework: true, node: true },
    orderBy: { code: "asc" },
  });
  return rows.map((row) => ({ kind: "alignment", path: `/alignments/${row.framework}/${row.node}`, ...row }));
}

async function fieldAnswersIn(db: Db, assessmentId: string): Promise<RecordedUnder[]> {
  const rows = await db.fieldAnswer.findMany({
    where: { assessmentId },
    select: { id: true, question: true, field: true },
    orderBy: [{ question: "asc" }, { field: "asc" }],
  });
  return rows.map(({ id, question, field }) => ({
    kind: "field-answer",
    id,
    code: `${question}:${field}`,
    path: `/questions/${question}`,
    question,
  }));
}

async function statementsIn(db: Db, assessmentId: string): Promise<RecordedUnder[]> {
  const rows = await db.statement.findMany({
    where: { assessmentId, block: { archivedAt: null } },
    select: { id: true, code: true, question: true, confidence: true },
    orderBy: [{ kind: "asc" }, { number: "asc" }],
  });
  return rows.map(({ id, code, question, confidence }) => ({
    kind: "statement",
    id,
    code,
    path: `/statements/${code}`,
    question,
    confidence: confidence !== null,
  }));
}

async function sectionsIn(db: Db, assessmentId: string, old: Protocol): Promise<RecordedUnder[]> {
  const rows = await db.section.findMany({
    where: { assessmentId, archivedAt: null, blocks: { some: { archivedAt: null } } },
    select: { id: true, code: true, node: true },
    orderBy: { sort: "asc" },
  });
  return rows.map(({ id, code, node }) => ({
    kind: "section",
    id,
    code,
    path: `/sections/${code}`,
    section: node,
    questions: findSection(old, node)?.questions ?? [],
  }));
}
