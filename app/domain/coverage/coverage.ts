import type { EvidenceKind } from "~/domain/evidence/kinds";
import { countEvidence, type CountedEvidence, type UsedCounted } from "./counted";
import { gateOf, isMet, rulesForQuestion, type GateCheck, type GateRules } from "./gate";

/** What one research question has: what is tagged with it, and what its answer reaches over links and grounds. */
export interface QuestionEvidence {
  question: string;
  available: readonly CountedEvidence[];
  used: readonly UsedCounted[];
}

/** One cell of the matrix: how many pieces are tagged, how many used, and how the used ones bear. */
export interface Cell {
  available: number;
  used: number;
  contradicting: number;
  context: number;
}

/** A question's verdict: *covered*, *thin* (something, but too little) or *gap* (nothing is used); `null` where no rule holds. */
export type Verdict = "covered" | "thin" | "gap" | null;

/** One row of the matrix. */
export interface Coverage {
  question: string;
  cells: Record<EvidenceKind, Cell>;
  kinds: number;
  origins: number;
  interviews: number;
  /** What the rules ask of its answer, met or not. */
  checks: GateCheck[];
  /** The checks that are not met. */
  shortages: GateCheck[];
  verdict: Verdict;
}

const emptyCell = (): Cell => ({ available: 0, used: 0, contradicting: 0, context: 0 });

function cellsOf({ available, used }: QuestionEvidence): Record<EvidenceKind, Cell> {
  const cells = {
    excerpt: emptyCell(),
    "interview-answer": emptyCell(),
    judgement: emptyCell(),
    alignment: emptyCell(),
    "actor-fact": emptyCell(),
  } satisfies Record<EvidenceKind, Cell>;
  const tagged = new Set(available.map(({ id }) => id));
  for (const { kind } of available) cells[kind].available += 1;
  for (const { id, kind, bearing } of used) {
    cells[kind].used += 1;
    if (!tagged.has(id)) cells[kind].available += 1;
    if (bearing === "contradicts") cells[kind].contradicting += 1;
    if (bearing === "context") cells[kind].context += 1;
  }
  return cells;
}

/**
 * What a research question stands on, and what the rules of the protocol still miss. Counted is what is *used* and bears on the
 * answer (supports or contradicts); context is shown and not counted. Evidence that is used without being tagged counts as available.
 */
export function coverageOf(evidence: QuestionEvidence, rules: GateRules): Coverage {
  const counts = countEvidence(evidence.used.filter((one) => one.bearing !== "context"));
  const checks = gateOf(rules, { questions: [evidence], statements: [] });
  const shortages = checks.filter((check) => !isMet(check));
  const short: Verdict = counts.evidence === 0 ? "gap" : "thin";
  const held = rulesForQuestion(rules, evidence.question).length > 0;
  return {
    question: evidence.question,
    cells: cellsOf(evidence),
    kinds: counts.kinds.length,
    origins: counts.origins,
    interviews: counts.interviews,
    checks,
    shortages,
    verdict: held ? (shortages.length === 0 ? "covered" : short) : null,
  };
}
