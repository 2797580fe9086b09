import type { Protocol } from "~/domain/protocol/schema";
import { isEvidenceKind, statementKinds, type LinkKind, type NodeKind, type StatementKind } from "./kinds";

/** The rule of the protocol on what may stand on what. */
export type ChainRule = Protocol["rules"]["chain"];

/** Where a link starts: running text, or a statement of a kind. */
export type LinkStart = "text" | StatementKind;

/** Where a link ends: evidence, or a statement; `answersBelow` = it answers a question below that of the statement it is linked from. */
export interface LinkEnd {
  kind: NodeKind;
  statement?: StatementKind;
  answersBelow?: boolean;
}

/** Why a link is refused: text gives context only, or the rule of the chain does not have it. */
export type ChainProblem = "text-gives-context-only" | "not-in-chain";

const strictlyOn: Readonly<Record<StatementKind, readonly StatementKind[]>> = {
  finding: [],
  answer: ["finding"],
  conclusion: ["answer", "finding"],
  recommendation: ["conclusion"],
};

/**
 * Why a link may not be made under a rule of the chain, or null if it may. Context is free. `strict`: a finding stands on evidence, an
 * answer on findings and on answers below its own question, a conclusion on answers and findings, a recommendation on conclusions.
 * `evidence-allowed`: each also on evidence and on any statement of an earlier kind.
 */
export function chainProblem(rule: ChainRule, from: LinkStart, to: LinkEnd, kind: LinkKind): ChainProblem | null {
  if (kind === "context") return null;
  if (from === "text") return "text-gives-context-only";
  return standsOn(rule, from, to) ? null : "not-in-chain";
}

/** Says whether a link may be made: the same question as `chainProblem`. */
export function mayLink(rule: ChainRule, from: LinkStart, to: LinkEnd, kind: LinkKind): boolean {
  return chainProblem(rule, from, to, kind) === null;
}

function standsOn(rule: ChainRule, from: StatementKind, to: LinkEnd): boolean {
  const free = rule === "evidence-allowed";
  if (isEvidenceKind(to.kind)) return free || from === "finding";
  if (to.statement === undefined) return false;
  if (from === "answer" && to.statement === "answer") return to.answersBelow === true;
  if (strictlyOn[from].includes(to.statement)) return true;
  return free && statementKinds.indexOf(to.statement) < statementKinds.indexOf(from);
}

/** The kinds of node that a statement may stand on under a rule, for the picker: evidence, and which statements. */
export function mayStandOn(rule: ChainRule, from: StatementKind): { evidence: boolean; statements: StatementKind[] } {
  const allows = (statement: StatementKind) => standsOn(rule, from, { kind: "statement", statement, answersBelow: true });
  return { evidence: standsOn(rule, from, { kind: "excerpt" }), statements: statementKinds.filter(allows) };
}
