import type { FactCheck } from "~/domain/fact-check/status";
import { heldStates, saidStates, type AnswerState, type InterviewState } from "~/domain/moves/interview";

/** An interview answer as far as citing goes. */
export interface CitableAnswer {
  state: AnswerState;
  interviewState: InterviewState;
  disputedAt: Date | null;
  withdrawnAt: Date | null;
  archived: boolean;
  /** The consent of everybody who gave it is recorded. */
  consented: boolean;
  /** Where it stands in the fact check. */
  check: FactCheck;
}

/** Why something can't be newly cited. */
export type CitableProblem =
  | "not-answered"
  | "not-held"
  | "disputed"
  | "withdrawn"
  | "archived"
  | "no-consent"
  | "not-checked"
  | "waiting"
  | "blind"
  | "not-reconciled"
  | "not-judged";

/** Why an interview answer can't be newly cited, or null if it can: a disputed or withdrawn one never, one that waits for consent or its fact check not yet. */
export function answerProblem(answer: CitableAnswer): CitableProblem | null {
  if (answer.withdrawnAt) return "withdrawn";
  if (answer.archived) return "archived";
  if (!saidStates.includes(answer.state)) return "not-answered";
  if (answer.disputedAt || answer.check.status === "corrected") return "disputed";
  if (!heldStates.includes(answer.interviewState)) return "not-held";
  if (!answer.consented) return "no-consent";
  if (!answer.check.wait) return null;
  return answer.check.wait.until === null ? "not-checked" : "waiting";
}

/** A judgement as far as citing goes; `raters` counts those who were not replaced. */
export interface CitableJudgement {
  reconciled: boolean;
  raters: number;
  openedAt: Date | null;
  judged: boolean;
}

/** Why a judgement can't be cited, or null if it can: it is the reconciled one, or that of the only rater of a round that is open. */
export function judgementProblem(judgement: CitableJudgement): CitableProblem | null {
  if (!judgement.openedAt) return "blind";
  if (!judgement.judged) return "not-judged";
  return judgement.reconciled || judgement.raters === 1 ? null : "not-reconciled";
}
