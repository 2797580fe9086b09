import { z } from "zod";
import type { UsedCounted } from "~/domain/coverage/counted";
import { checkNames, gateOf, type CheckName, type GateCheck, type GatedStatement } from "~/domain/coverage/gate";
import { checkKey, hindrancesOf } from "~/domain/coverage/passing";
import { placeQuestions } from "~/domain/coverage/places";
import { isContradicted, countGrounds } from "~/domain/evidence/gaps";
import type { GraphStatement } from "~/domain/evidence/graph";
import { nodeKey } from "~/domain/evidence/kinds";
import { usedBy } from "~/domain/evidence/use";
import type { Protocol } from "~/domain/protocol/schema";
import { computeCoverage, counted, gateRules, readCoverage, type StudyCoverage } from "./coverage.server";
import type { Db, Tx } from "./db.server";
import { keepUntilChange } from "./keep-until-change.server";
import { refuse } from "./refusal.server";

/** What the rules of a protocol ask of a study: its coverage, and every check of a question or a statement, met or not. */
export interface StudyGate {
  coverage: StudyCoverage;
  checks: GateCheck[];
  /** The questions that each section is asked for. */
  questionsOf: ReadonlyMap<string, readonly string[]>;
}

/** The gate of a study; kept until the next change. */
export function readGate(db: Db, assessmentId: string, protocol: Protocol): Promise<StudyGate> {
  return kept(db, assessmentId, async () =>
    gateOn(await readCoverage(db, assessmentId, protocol), await listPlaces(db, assessmentId), protocol),
  );
}

const kept = keepUntilChange<StudyGate>(10);

/** The same computed anew: for a change, which may not leave in memory what it saw. */
export async function computeGate(db: Db, assessmentId: string, protocol: Protocol): Promise<StudyGate> {
  return gateOn(await computeCoverage(db, assessmentId, protocol), await listPlaces(db, assessmentId), protocol);
}

interface Place {
  id: string;
  questions: string[];
}

async function listPlaces(db: Db, assessmentId: string): Promise<Place[]> {
  const rows = await db.section.findMany({ where: { assessmentId, archivedAt: null }, select: { id: true, questions: true } });
  return rows.map(({ id, questions }) => ({ id, questions: Names.parse(JSON.parse(questions)) }));
}

const Names = z.array(z.string());

function gateOn(coverage: StudyCoverage, places: readonly Place[], protocol: Protocol): StudyGate {
  const rules = gateRules(protocol);
  const ruled = new Set(rules.coverage.flatMap(({ statements }) => statements ?? []));
  const statements = [...coverage.graph.statements.values()].map((statement) => gated(statement, coverage, ruled.has(statement.kind)));
  const ofQuestions = coverage.questions.flatMap(({ coverage: { checks } }) => checks);
  const answers = coverage.questions.flatMap(({ question, answers }) =>
    answers.map(({ sectionId }) => ({ question: question.id, sectionId })),
  );
  return {
    coverage,
    checks: [...ofQuestions, ...gateOf(rules, { questions: [], statements })],
    questionsOf: placeQuestions(places, answers),
  };
}

function gated(statement: GraphStatement, coverage: StudyCoverage, ruled: boolean): GatedStatement {
  const { code, kind, contradictionAnswer, confidence = { level: null, reason: "" }, addressedTo = {} } = statement;
  return {
    code,
    kind,
    contradictionAnswer,
    confidence,
    used: ruled ? usedOf(statement, coverage) : [],
    supports: countGrounds(coverage.graph, statement).supports,
    contradicted: isContradicted(coverage.graph, statement),
    addressed: Object.values(addressedTo).some((words) => words.trim() !== ""),
  };
}

/** What a statement reaches and is there to be used. */
function usedOf(statement: GraphStatement, { graph, marks }: StudyCoverage): UsedCounted[] {
  return usedBy(graph, statement).flatMap(({ node, bearing }) => {
    const mark = marks.get(nodeKey(node));
    return mark ? [{ ...counted(mark), bearing }] : [];
  });
}

/** The checks of one section: of the questions that it is asked for and of the statements that stand in it. */
export function checksOfSection({ checks, coverage, questionsOf }: StudyGate, sectionId: string): GateCheck[] {
  const questions = questionsOf.get(sectionId) ?? [];
  const statements = [...coverage.graph.statements.values()].filter((one) => one.sectionId === sectionId).map(({ code }) => code);
  return checks.filter(({ about, subject }) => (about === "question" ? questions : statements).includes(subject));
}

/** A reason given for a warning of a section, with who gave it and when. */
export interface GateReasonRow {
  id: string;
  sectionId: string;
  check: CheckName;
  subject: string;
  reason: string;
  language: string;
  byId: string;
  at: Date;
  version: number;
}

/** The reasons that hold, of a study or of one of its sections. */
export async function listGateReasons(db: Db, assessmentId: string, sectionId?: string): Promise<GateReasonRow[]> {
  const where = { assessmentId, archivedAt: null, ...(sectionId !== undefined && { sectionId }) };
  const rows = await db.gateReason.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.flatMap(({ check, ...row }) => {
    const known = checkNames.find((name) => name === check);
    return known ? [{ ...row, check: known }] : [];
  });
}

/** Refuses (422) what is not to go on while something blocks it or a warning has no reason; the details name these checks. */
export async function requireGate(tx: Tx, { assessment, protocol }: { assessment: { id: string }; protocol: Protocol }, sectionId: string) {
  const checks = checksOfSection(await computeGate(tx, assessment.id, protocol), sectionId);
  const { blockers, unreasoned } = hindrancesOf(checks, await listGateReasons(tx, assessment.id, sectionId));
  if (blockers.length + unreasoned.length === 0) return;
  throw refuse("invalid", {
    field: "gate",
    message: "gate-closed",
    blockers: blockers.map(checkKey),
    unreasoned: unreasoned.map(checkKey),
  });
}
