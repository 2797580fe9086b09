import { levelFromStored } from "~/domain/judgements/value";
import { findFramework, scaleOf } from "~/domain/protocol/readers";
import { canMoveRound, roundStateOf } from "~/domain/moves/round";
import { extraValuesOf, levelsOf, type Scale } from "~/domain/protocol/scales";
import { judgementsSeenBy } from "../blind.server";
import type { Recorded } from "~/domain/protocol/compare-protocols";
import type { Protocol } from "~/domain/protocol/schema";
import { reasonOfCount } from "~/domain/screening/counts";
import { isOwnWords } from "~/domain/screening/steps";
import type { Db } from "../db.server";

/** What of a protocol has records in an assessment, by kind: another protocol has to keep it. A constant number of queries, no text read. */
export async function listRecorded(db: Db, assessmentId: string, protocol: Protocol): Promise<Recorded> {
  const where = { assessmentId };
  const [written, asked, judged, screened, fieldwork] = await Promise.all([
    recordedInWriting(db, assessmentId, protocol),
    recordedInAnswers(db, assessmentId),
    recordedInJudgements(db, assessmentId, protocol),
    recordedInScreening(db, assessmentId),
    Promise.all([
      db.interviewee.findMany({ where, select: { kind: true }, distinct: ["kind"] }),
      db.intervention.findMany({ where: { ...where, groupKey: { not: null } }, select: { groupKey: true }, distinct: ["groupKey"] }),
      db.actorFact.findMany({ where, select: { field: true }, distinct: ["field"] }),
      db.coding.findMany({ where, select: { code: true }, distinct: ["code"] }),
    ]),
  ]);
  const [kinds, groups, facts, codings] = fieldwork;
  return {
    ...asked,
    ...judged,
    ...screened,
    question: [...asked.question, ...written.question],
    "scale-level": [...judged["scale-level"], ...written["scale-level"]],
    section: written.section,
    "interviewee-kind": kinds.map(({ kind }) => kind),
    "intervention-set": groups.flatMap(({ groupKey }) => groupKey ?? []),
    "actor-fact": facts.map(({ field }) => field),
    code: codings.map(({ code }) => code),
  };
}

async function recordedInAnswers(db: Db, assessmentId: string) {
  const [fields, answers, tags] = await Promise.all([
    db.fieldAnswer.findMany({ where: { assessmentId }, select: { question: true, field: true } }),
    // A follow-up is of its question, and so needs that only.
    db.interviewAnswer.findMany({
      where: { assessmentId, NOT: { part: { startsWith: "+" } } },
      select: { question: true, part: true },
      distinct: ["question", "part"],
    }),
    db.questionTag.findMany({ where: { assessmentId, removedAt: null }, select: { question: true }, distinct: ["question"] }),
  ]);
  return {
    question: [...fields, ...tags].map(({ question }) => question),
    field: fields.map(({ question, field }) => `${question}:${field}`),
    "guide-question": answers.map(({ question, part }) => (part === "" ? question : `${question}:${part}`)),
  };
}

async function recordedInScreening(db: Db, assessmentId: string) {
  const where = { assessmentId };
  const [decided, counted] = await Promise.all([
    db.screening.findMany({ where, select: { reason: true }, distinct: ["reason"] }),
    db.screeningCount.findMany({ where, select: { kind: true } }),
  ]);
  const reasons = decided.flatMap(({ reason }) => (reason === null || isOwnWords(reason) ? [] : reason));
  return {
    screening: decided.length > 0 ? ["screening"] : [],
    "exclusion-reason": [...reasons, ...counted.flatMap(({ kind }) => reasonOfCount(kind) ?? [])],
  };
}

async function recordedInWriting(db: Db, assessmentId: string, protocol: Protocol) {
  const [statements, sections] = await Promise.all([
    db.statement.findMany({ where: { assessmentId }, select: { question: true, confidence: true }, distinct: ["question", "confidence"] }),
    db.section.findMany({ where: { assessmentId, OR: [{ blocks: { some: {} } }, { signOffs: { some: {} } }] }, select: { node: true } }),
  ]);
  const scale = protocol.rules.confidence?.scale;
  return {
    question: statements.flatMap(({ question }) => question ?? []),
    "scale-level": statements.flatMap(({ confidence }) => (scale && confidence ? [`${scale}:${confidence}`] : [])),
    section: sections.map(({ node }) => node),
  };
}

/**
 * What judging has recorded. What raters gave is read of rounds that have opened only: of a blind round every level that they may give counts,
 * so that no protocol that somebody tries tells which were given.
 */
async function recordedInJudgements(db: Db, assessmentId: string, protocol: Protocol) {
  const where = { assessmentId };
  const [judgements, alignments, points, rounds] = await Promise.all([
    db.judgement.findMany({
      where: { ...where, AND: [judgementsSeenBy(null)] },
      select: { criterion: true, level: true, without: true },
      distinct: ["criterion", "level", "without"],
    }),
    db.alignment.findMany({ where, select: { framework: true, node: true, level: true, without: true } }),
    db.optionPoint.findMany({ where, select: { option: true, criterion: true }, distinct: ["option", "criterion"] }),
    db.round.findMany({ where, select: { subjectKind: true, subjects: true, criteria: true, openedAt: true, closedAt: true } }),
  ]);
  const subjects = (kind: string) => rounds.filter(({ subjectKind }) => subjectKind === kind).flatMap((round) => listed(round.subjects));
  const onScale = (scale: string | undefined, stored: { level: string | null; without: string | null }) => {
    const value = stored.without ?? levelFromStored(stored.level);
    return scale !== undefined && typeof value === "string" ? [`${scale}:${value}`] : [];
  };
  const blind = rounds.filter((round) => canMoveRound(roundStateOf(round), "rate")).flatMap(({ criteria }) => listed(criteria));
  return {
    criterion: [...judgements, ...points].map(({ criterion }) => criterion).concat(rounds.flatMap(({ criteria }) => listed(criteria))),
    "scale-level": [
      ...judgements.flatMap((row) => onScale(scaleOf(protocol, row.criterion)?.id, row)),
      ...[...new Set(blind)].flatMap((criterion) => everyLevel(scaleOf(protocol, criterion))),
      ...alignments.flatMap((row) => onScale(findFramework(protocol, row.framework)?.scale, row)),
    ],
    "policy-node": [...alignments.map(({ node }) => node), ...subjects("policy-node")],
    option: [...points.map(({ option }) => option), ...subjects("option")],
  };
}

function everyLevel(scale: Scale | null): string[] {
  return scale === null ? [] : [...levelsOf(scale), ...extraValuesOf(scale)].map(({ key }) => `${scale.id}:${key}`);
}

function listed(stored: string): string[] {
  const list: unknown = JSON.parse(stored);
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}
