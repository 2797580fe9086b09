import { isMet, type CheckName, type GateCheck } from "./gate";

/** A reason why a warning is taken as it is. */
export interface GivenReason {
  check: CheckName;
  subject: string;
}

/** How a check stands: in order, a blocker, a warning with a reason, or a warning that still asks for one. */
export type CheckState = "in-order" | "blocked" | "reasoned" | "asks-reason";

/** One text for a check of a section, to look its reason up by: `origins:A1a`. */
export function checkKey({ check, subject }: GivenReason): string {
  return `${check}:${subject}`;
}

/** How a check stands with the reasons given; a reason never answers a blocker. */
export function checkState(check: GateCheck, reasons: readonly GivenReason[]): CheckState {
  if (isMet(check)) return "in-order";
  if (check.severity === "blocker") return "blocked";
  return reasons.some((reason) => checkKey(reason) === checkKey(check)) ? "reasoned" : "asks-reason";
}

/** Why a gate is not passed: the checks that block it, and the warnings that still ask for a reason. Both empty = passed. */
export function hindrancesOf(
  checks: readonly GateCheck[],
  reasons: readonly GivenReason[],
): { blockers: GateCheck[]; unreasoned: GateCheck[] } {
  const at = (state: CheckState) => checks.filter((check) => checkState(check, reasons) === state);
  return { blockers: at("blocked"), unreasoned: at("asks-reason") };
}

/** The reasons that are no longer needed: what they were about is in order, or is not asked any more. */
export function overtakenReasons<Reason extends GivenReason>(checks: readonly GateCheck[], reasons: readonly Reason[]): Reason[] {
  const asking = new Set(checks.filter((check) => !isMet(check)).map(checkKey));
  return reasons.filter((reason) => !asking.has(checkKey(reason)));
}
