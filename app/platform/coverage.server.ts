import type { CountedEvidence } from "~/domain/coverage/counted";
import { coverageOf, type Coverage, type QuestionEvidence } from "~/domain/coverage/coverage";
import type { GateRules } from "~/domain/coverage/gate";
import { groupBy, nodesBelow, statementsOn, type EvidenceGraph, type GraphStatement } from "~/domain/evidence/graph";
import { nodeKey, type EvidenceKind, type StatementKind } from "~/domain/evidence/kinds";
import { answersTo, usedBy } from "~/domain/evidence/use";
import { answeredOn, answeredQuestions, informing, questionsInOrder } from "~/domain/protocol/readers";
import type { ResearchQuestion } from "~/domain/protocol/questions";
import type { Protocol } from "~/domain/protocol/schema";
import { replacedBy } from "~/domain/protocol/succession";
import type { Db } from "./db.server";
import { readGraph } from "./evidence-graph.server";
import { listEvidenceMarks, type EvidenceMark } from "./evidence-marks.server";
import { keepUntilChange } from "./keep-until-change.server";

/** A research question with what it stands on: its coverage, its answers, and how many statements lie below and above them. */
export interface CoveredQuestion {
  question: ResearchQuestion;
  depth: number;
  coverage: Coverage;
  /** The kinds of evidence that the protocol leads to this question, or that it has. */
  asked: EvidenceKind[];
  answers: GraphStatement[];
  findings: GraphStatement[];
  conclusions: GraphStatement[];
}

/** The coverage of a study with the graph that it was computed from. */
export interface StudyCoverage {
  graph: EvidenceGraph;
  marks: ReadonlyMap<string, EvidenceMark>;
  questions: CoveredQuestion[];
}

/** What every research question of a study has and uses, in the order of the tree. A constant number of queries, none of which selects a text; kept until the next change. */
export function readCoverage(db: Db, assessmentId: string, protocol: Protocol): Promise<StudyCoverage> {
  return kept(db, assessmentId, () => computeCoverage(db, assessmentId, protocol));
}

const kept = keepUntilChange<StudyCoverage>(10);

/** The rules of a protocol as coverage and the gate read them. */
export function gateRules(protocol: Protocol): GateRules {
  const { coverage, contradictionMustBeAddressed } = protocol.rules;
  const perspectives = (protocol.perspectives ?? []).map(({ id }) => id);
  return { coverage, contradictionMustBeAddressed, answered: answeredQuestions(protocol).map(({ id }) => id), perspectives };
}

/** The same computed anew: for a change, which may not leave in memory what it saw. */
export async function computeCoverage(db: Db, assessmentId: string, protocol: Protocol): Promise<StudyCoverage> {
  const [graph, marks] = await Promise.all([readGraph(db, assessmentId), listEvidenceMarks(db, assessmentId, protocol)]);
  const byKey = new Map(marks.map((mark) => [nodeKey(mark), mark]));
  const tagged = groupBy(
    marks.flatMap((mark) => mark.questions.map((question) => ({ question, mark }))),
    ({ question }) => question,
  );
  const rules = gateRules(protocol);
  const questions = questionsInOrder(protocol).map(({ node: question, depth }): CoveredQuestion => {
    const available = (tagged.get(question.id) ?? []).map(({ mark }) => counted(mark));
    const answers = answersOf(graph, protocol, question.id);
    const evidence = { question: question.id, available, used: usedFor(question, answers, { graph, marks: byKey }) };
    const coverage = coverageOf(evidence, rules);
    const own = question.kind === "sub" ? [] : answers;
    return {
      question,
      depth,
      coverage,
      asked: askedKinds(protocol, coverage),
      answers: own,
      findings: findingsOf(graph, own),
      conclusions: conclusionsOn(graph, own),
    };
  });
  return { graph, marks: byKey, questions };
}

/** The answers to a question, with those to the questions that it (or the one that it is answered on) stands in the place of. */
export function answersOf(graph: EvidenceGraph, protocol: Protocol, question: string): GraphStatement[] {
  const id = answeredOn(protocol, question)?.id ?? question;
  return answersTo(graph, id, replacedBy(protocol, "question", id));
}

/** A mark as coverage counts it. */
export function counted({ id, kind, origin, interview }: EvidenceMark): CountedEvidence {
  return { id, kind, origin, interview };
}

/** What the answers reach and is there to be used; of a `sub`, whose answer stands on its parent, only what is tagged with it. */
function usedFor(
  question: ResearchQuestion,
  answers: readonly GraphStatement[],
  { graph, marks }: Pick<StudyCoverage, "graph" | "marks">,
): QuestionEvidence["used"] {
  const strongest = new Map<string, QuestionEvidence["used"][number]>();
  for (const { node, bearing } of answers.flatMap((answer) => usedBy(graph, answer))) {
    const mark = marks.get(nodeKey(node));
    if (!mark || (question.kind === "sub" && !mark.questions.includes(question.id))) continue;
    const before = strongest.get(nodeKey(node));
    if (!before || order.indexOf(bearing) > order.indexOf(before.bearing)) strongest.set(nodeKey(node), { ...counted(mark), bearing });
  }
  return [...strongest.values()];
}

const order = ["context", "supports", "contradicts"] as const;

function askedKinds(protocol: Protocol, { question, cells }: Coverage): EvidenceKind[] {
  const { frameworks, criteria, guideQuestions } = informing(protocol, question);
  const isAsked: Record<EvidenceKind, boolean> = {
    excerpt: true,
    "interview-answer": guideQuestions.length > 0,
    "actor-fact": false,
    judgement: criteria.length > 0,
    alignment: frameworks.length > 0,
  };
  return kinds.filter((kind) => isAsked[kind] || cells[kind].available > 0);
}

const kinds = ["excerpt", "interview-answer", "judgement", "alignment", "actor-fact"] as const satisfies readonly EvidenceKind[];

/** The findings that answers stand on, directly or through other statements. */
function findingsOf(graph: EvidenceGraph, answers: readonly GraphStatement[]): GraphStatement[] {
  const below = new Map<string, GraphStatement>();
  const walk = (statement: GraphStatement) => {
    for (const node of nodesBelow(graph, { kind: "statement", id: statement.id })) {
      const next = node.kind === "statement" ? graph.statements.get(node.id) : undefined;
      if (!next || below.has(next.id)) continue;
      below.set(next.id, next);
      walk(next);
    }
  };
  for (const answer of answers) walk(answer);
  return ofKind("finding", [...below.values()]);
}

function conclusionsOn(graph: EvidenceGraph, answers: readonly GraphStatement[]): GraphStatement[] {
  const on = answers.flatMap(({ id }) => statementsOn(graph, { kind: "statement", id }).map(({ statement }) => statement));
  return ofKind("conclusion", [...new Set(on)]);
}

const ofKind = (kind: StatementKind, statements: readonly GraphStatement[]) => statements.filter((statement) => statement.kind === kind);
