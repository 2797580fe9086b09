import { redirect } from "@remix-run/node";
import { isUnsupported } from "~/domain/evidence/gaps";
import { statementsOn, type EvidenceGraph, type GraphStatement } from "~/domain/evidence/graph";
import { compareCodes, compareStatementCodes } from "~/domain/evidence/codes";
import { isEvidenceKind, nodeKey, type EvidenceKind, type LinkKind } from "~/domain/evidence/kinds";
import { usedBy } from "~/domain/evidence/use";
import { textIn } from "~/domain/local-text";
import { confidenceLabel } from "~/domain/protocol/confidence";
import { answeredOn, childrenOf, formOf, informing } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { heirsOf, replacedBy } from "~/domain/protocol/succession";
import { numberSections } from "~/domain/sections/numbering";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { answersOf, readCoverage, type CoveredQuestion, type StudyCoverage } from "~/platform/coverage.server";
import type { Db } from "~/platform/db.server";
import { listBlockRows, listSectionRows } from "~/platform/evidence-graph.server";
import { readingOf, shownDocument, type Reading } from "~/platform/evidence-view.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { searchEvidence } from "~/platform/search-evidence.server";
import { showEvidence, type ShownEvidence } from "~/platform/shown-evidence.server";

/** What the page of a question is narrowed to: one kind of evidence, and words to find evidence to tag by hand. */
export interface QuestionAsk {
  code: string | undefined;
  kind: string;
  find: string;
}

/** A research question with everything that leads to its answer: coverage, evidence, findings, answer, sections. A constant number of queries. */
export async function loadQuestion(db: Db, user: Viewer, assessment: AssessmentRow, ask: QuestionAsk) {
  const protocol = await protocolOf(assessment);
  const coverage = await readCoverage(db, assessment.id, protocol);
  const covered = coverage.questions.find(({ question }) => question.id === ask.code);
  if (!covered) throw insteadOf(protocol, assessment, ask.code ?? "");
  const { question, answers, findings, conclusions } = covered;
  const reading = readingOf(user.language, assessment);
  const replaced = replacedBy(protocol, "question", answeredOn(protocol, question.id)?.id ?? question.id);
  const [evidence, found, words, sections] = await Promise.all([
    listEvidence(db, user, assessment, covered, coverage, isEvidenceKind(ask.kind) ? ask.kind : null),
    findToTag(db, user, assessment, ask.find),
    wordsOf(db, assessment.id, [...answers, ...findings, ...conclusions], reading),
    sectionsAnswering(db, assessment.id, question.id, reading),
  ]);
  const state = (statement: GraphStatement) => ({
    code: statement.code,
    text: words.get(statement.blockId) ?? null,
    unsupported: isUnsupported(coverage.graph, statement),
    confidence: textIn(confidenceLabel(protocol, statement.confidence?.level ?? null), reading.language, reading.fallback),
    /** The question that it answered, where this one stands in the place of that. */
    asked: statement.kind === "answer" && replaced.includes(statement.question ?? "") ? statement.question : null,
  });
  const sorted = (statements: readonly GraphStatement[]) =>
    statements.map(state).toSorted((one, other) => compareStatementCodes(one.code, other.code));
  return {
    ...askedOf(protocol, question, reading),
    coverage: {
      verdict: covered.coverage.verdict,
      shortages: covered.coverage.shortages,
      kinds: covered.coverage.kinds,
      origins: covered.coverage.origins,
    },
    counts: covered.asked.map((kind) => ({ kind, ...covered.coverage.cells[kind] })),
    answers: sorted(answers),
    findings: sorted(findings),
    conclusions: sorted(conclusions),
    sections,
    evidence,
    found: found.filter(({ key }) => !evidence.some((one) => one.key === key)),
  };
}

/** The address of a question that was replaced leads to what stands in its place. */
function insteadOf(protocol: Protocol, { slug }: AssessmentRow, code: string): Error | Response {
  const [instead] = heirsOf(protocol, "question", code);
  return instead ? redirect(`/assessments/${slug}/questions/${instead.question}`) : refuse("not-found");
}

/** A question as the protocol asks it, and what there informs it. */
function askedOf(protocol: Protocol, question: CoveredQuestion["question"], { language, fallback }: Reading) {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, fallback);
  const parent = answeredOn(protocol, question.id);
  const informs = informing(protocol, question.id);
  return {
    code: question.id,
    text: say(question.text),
    hint: say(question.answerHint),
    parts: (question.parts ?? []).map(({ key, text }) => ({ key, text: say(text) })),
    below: childrenOf(protocol, question.id).map(({ id, text }) => ({ code: id, text: say(text) })),
    answeredOn: parent && parent.id !== question.id ? parent.id : null,
    asks: {
      excerpts: true,
      answers: informs.guideQuestions.length,
      judgements: informs.criteria.length,
      alignments: informs.frameworks.length,
    },
    hasForm: formOf(protocol, question.id).length > 0,
    isHeading: question.kind === "group",
  };
}

/** A piece of evidence of a question: whether its answer uses it and how, whether it was tagged by hand, and what stands on it. */
export interface QuestionEvidenceShown extends ShownEvidence {
  bearing: LinkKind | null;
  byHand: boolean;
  citedBy: string[];
}

async function listEvidence(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  covered: CoveredQuestion,
  study: StudyCoverage,
  kind: EvidenceKind | null,
): Promise<QuestionEvidenceShown[]> {
  const protocol = await protocolOf(assessment);
  const question = covered.question.id;
  const answers = answersOf(study.graph, protocol, question);
  const bearings = new Map(answers.flatMap((answer) => usedBy(study.graph, answer)).map(({ node, bearing }) => [nodeKey(node), bearing]));
  const used = (key: string, tagged: boolean) => bearings.has(key) && (covered.question.kind !== "sub" || tagged);
  const marks = [...study.marks.entries()]
    .filter(([key, mark]) => mark.questions.includes(question) || used(key, false))
    .map(([, mark]) => mark);
  const which = whichOf(marks.filter((mark) => kind === null || mark.kind === kind));
  const [read, tags] = await Promise.all([
    readEvidence(db, { assessment, protocol, viewer: user, which }),
    db.questionTag.findMany({
      where: { assessmentId: assessment.id, question, removedAt: null },
      select: { evidenceKind: true, evidenceId: true },
    }),
  ]);
  const byHand = new Set(tags.map(({ evidenceKind, evidenceId }) => `${evidenceKind}/${evidenceId}`));
  const shown = [...read.entries()].map(([key, one]) => ({
    ...showEvidence(one, user.language, assessment.languages),
    bearing: bearings.get(key) ?? null,
    byHand: byHand.has(key),
    citedBy: citing(study.graph, one),
  }));
  return shown.toSorted(
    (one, other) => Number(one.bearing === null) - Number(other.bearing === null) || compareCodes(one.code, other.code),
  );
}

const citing = (graph: EvidenceGraph, node: { kind: EvidenceKind; id: string }) =>
  [...new Set(statementsOn(graph, node).map(({ statement }) => statement.code))].toSorted(compareStatementCodes);

async function findToTag(db: Db, user: Viewer, assessment: AssessmentRow, words: string): Promise<ShownEvidence[]> {
  if (words.trim() === "") return [];
  const found = await searchEvidence(db, { assessment, protocol: await protocolOf(assessment), viewer: user, words, limit: 15 });
  return found.map((one) => showEvidence(one, user.language, assessment.languages));
}

/** The words of statements, by block. One query for the blocks and one for their translations. */
async function wordsOf(db: Db, assessmentId: string, statements: readonly GraphStatement[], reading: Reading) {
  const blocks = await listBlockRows(db, { assessmentId, ids: statements.map(({ blockId }) => blockId) });
  return new Map(
    blocks.map((block) => {
      const { document, language } = shownDocument(block, reading);
      return [block.id, { words: textOfDoc(document), language }];
    }),
  );
}

async function sectionsAnswering(db: Db, assessmentId: string, question: string, reading: Reading) {
  const sections = await listSectionRows(db, assessmentId);
  return numberSections(sections)
    .filter(({ section }) => section.questions.includes(question))
    .map(({ section, number, annex }) => ({
      code: section.code,
      number: annex ? null : number,
      heading: textIn(section.heading, section.language ?? reading.language, reading.fallback),
      state: section.state,
    }));
}

/** Everything that the page of a research question shows. */
export type QuestionShown = Awaited<ReturnType<typeof loadQuestion>>;
