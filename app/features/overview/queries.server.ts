import type { Cell } from "~/domain/coverage/coverage";
import { isUnsupported } from "~/domain/evidence/gaps";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import { textIn } from "~/domain/local-text";
import { heldStates, isChosen } from "~/domain/moves/interview";
import { confidenceLabel } from "~/domain/protocol/confidence";
import { childrenOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { StateKey } from "~/domain/states";
import { unassignedSections } from "~/domain/work/section-work";
import type { StudyWork } from "~/domain/work/study-work";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { readCoverage, type CoveredQuestion, type StudyCoverage } from "~/platform/coverage.server";
import type { Db } from "~/platform/db.server";
import { readingOf, type Reading } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { readStudyWork } from "~/platform/work.server";

/** The columns of the matrix, in order. */
const columns = ["excerpt", "interview-answer", "judgement", "alignment", "actor-fact"] as const satisfies readonly EvidenceKind[];

/** Everything on the overview of a study: matrix, sections by chapter, fieldwork and what waits for the lead. A constant number of queries, no text of evidence. */
export async function loadOverview(db: Db, user: Viewer, assessment: AssessmentRow) {
  const protocol = await protocolOf(assessment);
  const [coverage, work, people] = await Promise.all([
    readCoverage(db, assessment.id, protocol),
    readStudyWork(db, assessment),
    db.member.count({ where: { assessmentId: assessment.id, removedAt: null } }),
  ]);
  const reading = readingOf(user.language, assessment);
  const rows = coverage.questions.map((covered) => matrixRow(covered, coverage, { protocol, reading }));
  const rule = protocol.rules.coverage.find(({ questions, statements }) => questions === undefined && statements === undefined) ?? null;
  return {
    columns: [...columns],
    rows,
    rule: rule && { evidence: rule.minEvidence ?? 0, kinds: rule.minKinds ?? 0, origins: rule.minOrigins ?? 0 },
    isEmpty: coverage.marks.size === 0,
    chapters: chaptersOf(work, reading),
    fieldwork: fieldworkOf(work, coverage),
    decisions: decisionsOf(work, coverage, reading),
    people,
  };
}

/** A row of the matrix as the page shows it. */
export type MatrixLine = ReturnType<typeof matrixRow>;

function matrixRow(
  { question, depth, coverage, asked, answers, findings, conclusions }: CoveredQuestion,
  { graph }: StudyCoverage,
  { protocol, reading }: { protocol: Protocol; reading: Reading },
) {
  const restsOn = question.dependsOn ?? childrenOf(protocol, question.id).map(({ id }) => id);
  const bare = columns.every((kind) => coverage.cells[kind].available === 0);
  return {
    code: question.id,
    depth,
    top: question.kind === "group" || depth === 0,
    heading: question.kind === "group" || (question.kind === "main" && bare && restsOn.length > 0),
    text: textIn(question.text, reading.language, reading.fallback),
    cells: columns.map((kind) => ({ kind, asked: asked.includes(kind), ...coverage.cells[kind] })),
    findings: findings.length,
    answers: answers.map((answer) => ({
      code: answer.code,
      unsupported: isUnsupported(graph, answer),
      confidence: textIn(confidenceLabel(protocol, answer.confidence?.level ?? null), reading.language, reading.fallback),
    })),
    conclusions: conclusions.length,
    verdict: coverage.verdict,
    shortages: coverage.shortages.toSorted((one, other) => severity(other.severity) - severity(one.severity)),
    restsOn,
  };
}

const severity = (severity: "blocker" | "warning") => (severity === "blocker" ? 1 : 0);

/** A cell of the matrix as the page shows it. */
export type MatrixMark = Cell & { kind: EvidenceKind; asked: boolean };

/** How the sections of each chapter stand: a count per status. */
function chaptersOf({ sections }: StudyWork, reading: Reading) {
  const chapters: {
    code: string;
    number: string | null;
    annex: boolean;
    heading: string;
    statuses: { status: StateKey; count: number }[];
  }[] = [];
  for (const section of sections) {
    if (section.depth === 0)
      chapters.push({
        code: section.code,
        number: section.number,
        annex: section.annex,
        heading: textIn(section.heading, reading.language, reading.fallback),
        statuses: [],
      });
    const chapter = chapters.at(-1);
    if (!chapter || !section.needsSignOff) continue;
    const counted = chapter.statuses.find(({ status }) => status === section.status);
    if (counted) counted.count += 1;
    else chapter.statuses.push({ status: section.status, count: 1 });
  }
  return chapters;
}

function fieldworkOf({ interviews, sources, rounds, frameworks, sections }: StudyWork, { questions }: StudyCoverage) {
  const planned = interviews.filter(({ state }) => isChosen(state));
  const answered = questions.filter(({ question }) => question.kind === "main" || question.kind === "question");
  const asked = sections.filter(({ needsSignOff }) => needsSignOff);
  const measures = [
    { key: "interviews", done: planned.filter(({ state }) => heldStates.includes(state)).length, total: planned.length },
    { key: "sources", done: sources.read, total: sources.total },
    { key: "rounds", done: sum(rounds.map(({ sentIds }) => sentIds.length)), total: sum(rounds.map(({ raterIds }) => raterIds.length)) },
    { key: "nodes", done: sum(frameworks.map(({ judged }) => judged)), total: sum(frameworks.map(({ nodes }) => nodes)) },
    { key: "answers", done: answered.filter(({ answers }) => answers.length > 0).length, total: answered.length },
    { key: "sections", done: asked.filter(({ complete }) => complete).length, total: asked.length },
  ] as const;
  return measures.filter(({ total }) => total > 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function decisionsOf(work: StudyWork, { graph }: StudyCoverage, reading: Reading) {
  const stale = work.sections.filter(({ lapsedByIds, status }) => status === "stale" && lapsedByIds.length > 0);
  return {
    frozen: work.frozen,
    unassigned: unassignedSections(work).length,
    differing: work.rounds
      .filter(({ differing }) => differing > 0)
      .map(({ number, title, differing }) => ({ number, title: textIn(title, reading.language, reading.fallback), differing })),
    withoutGround: [...graph.statements.values()].filter((statement) => isUnsupported(graph, statement)).length,
    statements: graph.statements.size,
    stale: stale.map(({ code, number, heading }) => ({
      code,
      number: number ?? code,
      heading: textIn(heading, reading.language, reading.fallback),
    })),
  };
}
