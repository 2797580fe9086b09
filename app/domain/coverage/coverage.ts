import type { EvidenceKind, LinkKind } from "~/domain/evidence/kinds";
import type { CoverageRule } from "~/domain/protocol/rules";

/** How a piece of evidence bears on the answer that reaches it; the strongest bearing counts: contradicts, supports, context. */
export type Bearing = LinkKind;

/** One piece of evidence as the matrix counts it. `origin` is its independence group; `null` = not known, and then an origin of its own. */
export interface CountedEvidence {
  id: string;
  kind: EvidenceKind;
  origin: string | null;
}

/** What one research question has: what is tagged with it, and what its answer reaches over links and grounds. */
export interface QuestionEvidence {
  question: string;
  available: readonly CountedEvidence[];
  used: readonly (CountedEvidence & { bearing: Bearing })[];
}

/** One cell of the matrix: how many pieces are tagged, how many used, and how the used ones bear. */
export interface Cell {
  available: number;
  used: number;
  contradicting: number;
  context: number;
}

/** What a rule of the protocol misses for a question: so many of so many. */
export interface Shortage {
  what: "evidence" | "kinds" | "origins";
  has: number;
  needs: number;
  severity: CoverageRule["severity"];
}

/** A question's verdict: *covered*, *thin* (something, but too little) or *gap* (nothing is used); `null` where no rule holds. */
export type Verdict = "covered" | "thin" | "gap" | null;

/** One row of the matrix. */
export interface Coverage {
  question: string;
  cells: Record<EvidenceKind, Cell>;
  kinds: number;
  origins: number;
  shortages: Shortage[];
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

/** How many independent origins stand behind pieces of evidence; one without a known origin counts as its own. */
export function originsOf(evidence: readonly CountedEvidence[]): number {
  return new Set(evidence.map(({ id, origin }) => origin ?? `of ${id}`)).size;
}

function shortagesOf(rule: CoverageRule, counts: { evidence: number; kinds: number; origins: number }): Shortage[] {
  const asked = [
    { what: "evidence", needs: rule.minEvidence ?? 0, has: counts.evidence },
    { what: "kinds", needs: rule.minKinds ?? 0, has: counts.kinds },
    { what: "origins", needs: rule.minOrigins ?? 0, has: counts.origins },
  ] as const;
  return asked.filter(({ needs, has }) => has < needs).map((shortage) => ({ ...shortage, severity: rule.severity }));
}

/** Does a rule hold for a question? One that names no questions holds for each that is answered. */
function holdsFor(rule: CoverageRule, question: string, answered: readonly string[]): boolean {
  return rule.questions ? rule.questions.includes(question) : answered.includes(question);
}

/**
 * What a research question stands on, and what the rules of the protocol still miss. Counted is what is *used* and bears on the
 * answer (supports or contradicts); context is shown and not counted. Evidence that is used without being tagged counts as available.
 */
export function coverageOf(evidence: QuestionEvidence, rules: readonly CoverageRule[], answered: readonly string[]): Coverage {
  const bearing = evidence.used.filter((one) => one.bearing !== "context");
  const counts = { evidence: bearing.length, kinds: new Set(bearing.map(({ kind }) => kind)).size, origins: originsOf(bearing) };
  const held = rules.filter((rule) => holdsFor(rule, evidence.question, answered));
  const shortages = held.flatMap((rule) => shortagesOf(rule, counts));
  const short: Verdict = counts.evidence === 0 ? "gap" : "thin";
  return {
    question: evidence.question,
    cells: cellsOf(evidence),
    kinds: counts.kinds,
    origins: counts.origins,
    shortages,
    verdict: held.length === 0 ? null : shortages.length === 0 ? "covered" : short,
  };
}
