import type { StatementKind } from "~/domain/evidence/kinds";
import type { CoverageRule } from "~/domain/protocol/rules";
import { countEvidence, type EvidenceCounts, type UsedCounted } from "./counted";

/** What the gate looks at; the first five count evidence that is used, `ground` links that support, the others what is said in words. */
export const checkNames = [
  "evidence",
  "kinds",
  "origins",
  "interviews",
  "perspectives",
  "ground",
  "confidence",
  "addressee",
  "contradiction",
] as const;

/** One thing that the gate looks at. */
export type CheckName = (typeof checkNames)[number];

/** How much weighs what is missing: a blocker stops, a warning asks for a reason. */
export type Severity = CoverageRule["severity"];

/** What a rule asks of one question or statement: so many of so many. `missing` names what could be added: kinds of evidence or ids of perspectives. */
export interface GateCheck {
  check: CheckName;
  about: "question" | "statement";
  /** Code of the question or statement. */
  subject: string;
  severity: Severity;
  has: number;
  needs: number;
  missing: readonly string[];
}

/** A research question with what its answer uses. */
export interface GatedQuestion {
  question: string;
  used: readonly UsedCounted[];
}

/** A statement with what it uses and what is said of it. */
export interface GatedStatement {
  code: string;
  kind: StatementKind;
  used: readonly UsedCounted[];
  /** How many of its own links support it. */
  supports: number;
  contradicted: boolean;
  contradictionAnswer: string;
  confidence: { level: string | null; reason: string };
  addressed: boolean;
}

/** The rules of a protocol as the gate reads them. */
export interface GateRules {
  coverage: readonly CoverageRule[];
  contradictionMustBeAddressed: boolean;
  /** The questions that are answered in words. */
  answered: readonly string[];
  /** The ids of the perspectives that the protocol names. */
  perspectives: readonly string[];
}

const countedKinds = ["excerpt", "interview-answer", "judgement", "alignment", "actor-fact"] as const;

/** The rules that hold for the answer to a question: those that name it, else those that name neither questions nor statements. */
export function rulesForQuestion({ coverage, answered }: GateRules, question: string): CoverageRule[] {
  const ofQuestions = coverage.filter(({ statements }) => statements === undefined);
  const naming = ofQuestions.filter(({ questions }) => questions?.includes(question));
  if (naming.length > 0) return naming;
  return answered.includes(question) ? ofQuestions.filter(({ questions }) => questions === undefined) : [];
}

/**
 * Everything that the rules ask of these questions and statements (of a section: its own; of a study: all), met or not. Counted is evidence
 * that is *used* and bears on what uses it; context is not counted. Each check is given once for a subject: where several rules ask the
 * same, what is not met is told at its highest severity.
 */
export function gateOf(
  rules: GateRules,
  { questions, statements }: { questions: readonly GatedQuestion[]; statements: readonly GatedStatement[] },
): GateCheck[] {
  return [
    ...questions.flatMap((question) => once(questionChecks(rules, question))),
    ...statements.flatMap((statement) => once(statementChecks(rules, statement))),
  ];
}

/** Says whether what a check asks is there. */
export function isMet({ has, needs }: Pick<GateCheck, "has" | "needs">): boolean {
  return has >= needs;
}

function questionChecks(rules: GateRules, { question, used }: GatedQuestion): GateCheck[] {
  const counts = countEvidence(bearing(used));
  return rulesForQuestion(rules, question).flatMap((rule) =>
    countChecks(rule, counts, rules.perspectives).map((check) => ({ ...check, about: "question" as const, subject: question })),
  );
}

function statementChecks(rules: GateRules, statement: GatedStatement): GateCheck[] {
  const held = rules.coverage.filter(({ statements }) => statements?.includes(statement.kind));
  const counts = countEvidence(bearing(statement.used));
  const own = held.flatMap((rule) => [...countChecks(rule, counts, rules.perspectives), ...saidChecks(rule, statement)]);
  return [...own, ...contradictionChecks(rules, statement)].map((check) => ({ ...check, about: "statement", subject: statement.code }));
}

const bearing = (used: readonly UsedCounted[]) => used.filter((one) => one.bearing !== "context");

type Asked = Omit<GateCheck, "about" | "subject">;

function countChecks(rule: CoverageRule, counts: EvidenceCounts, perspectives: readonly string[]): Asked[] {
  const others = <Name extends string>(all: readonly Name[], had: readonly Name[]) => all.filter((one) => !had.includes(one));
  const asked = [
    { check: "evidence", needs: rule.minEvidence, has: counts.evidence, missing: [] },
    { check: "kinds", needs: rule.minKinds, has: counts.kinds.length, missing: others(countedKinds, counts.kinds) },
    { check: "origins", needs: rule.minOrigins, has: counts.origins, missing: [] },
    { check: "interviews", needs: rule.minInterviews, has: counts.interviews, missing: [] },
    {
      check: "perspectives",
      needs: rule.minPerspectives,
      has: counts.perspectives.length,
      missing: others(perspectives, counts.perspectives),
    },
  ] as const;
  return asked.flatMap(({ needs = 0, ...check }) => (needs === 0 ? [] : [{ ...check, needs, severity: rule.severity }]));
}

function saidChecks(rule: CoverageRule, { supports, confidence, addressed }: GatedStatement): Asked[] {
  const { severity } = rule;
  const said = Number(confidence.level !== null) + Number(rule.confidence === "level-and-reason" && confidence.reason.trim() !== "");
  return [
    ...(rule.ground ? [{ check: "ground" as const, has: Math.min(supports, 1), needs: 1, missing: [], severity }] : []),
    ...(rule.confidence
      ? [{ check: "confidence" as const, has: said, needs: rule.confidence === "level-and-reason" ? 2 : 1, missing: [], severity }]
      : []),
    ...(rule.addressee ? [{ check: "addressee" as const, has: Number(addressed), needs: 1, missing: [], severity }] : []),
  ];
}

function contradictionChecks({ contradictionMustBeAddressed }: GateRules, statement: GatedStatement): Asked[] {
  if (!contradictionMustBeAddressed || !statement.contradicted) return [];
  const has = Number(statement.contradictionAnswer.trim() !== "");
  return [{ check: "contradiction", has, needs: 1, missing: [], severity: "blocker" }];
}

/** One check per name, for checks of one subject: the heaviest that is not met, else the one that asks most. */
function once(checks: readonly GateCheck[]): GateCheck[] {
  const weight = (check: GateCheck) => (isMet(check) ? 0 : check.severity === "blocker" ? 2 : 1);
  const heaviest = (one: GateCheck, other: GateCheck) => weight(other) - weight(one) || other.needs - one.needs;
  return checkNames.flatMap((name) =>
    checks
      .filter(({ check }) => check === name)
      .toSorted(heaviest)
      .slice(0, 1),
  );
}
