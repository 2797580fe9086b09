import { columnOf, type FlowChannel } from "~/domain/screening/channels";
import { agreedScreener, goesOn, screenersAt, screeningSteps, type ScreeningDecision, type ScreeningStep } from "~/domain/screening/steps";

/** A decision as a person may know it: `decision` is `null` while it is blind to her. */
export interface KnownDecision {
  step: ScreeningStep;
  /** The id of a user, or `agreed`. */
  screener: string;
  decision: ScreeningDecision | null;
  reason: string | null;
}

/** How far one step of a publication is: nobody has decided, one of two has, they differ, or it is settled. */
export type StepState = "open" | "waits" | "conflict" | "settled";

/** A step of a publication, with the decision that counts once it is settled. */
export interface StepStanding {
  state: StepState;
  outcome: { decision: ScreeningDecision; reason: string | null } | null;
}

/** How far one step is, from the decisions at it and the number of screeners that the protocol asks for. */
export function stepStanding(decisions: readonly KnownDecision[], step: ScreeningStep, screeners: number): StepStanding {
  const here = decisions.filter((one) => one.step === step);
  const agreed = here.find(({ screener }) => screener === agreedScreener);
  if (agreed?.decision) return settled(agreed.decision, agreed.reason);
  if (here.length === 0) return { state: "open", outcome: null };
  const [first, ...others] = here;
  if (here.length < screenersAt(step, screeners) || first?.decision == null) return { state: "waits", outcome: null };
  if (others.some((other) => differs(step, first, other))) return { state: "conflict", outcome: null };
  const firm = here.find(({ decision }) => decision === "include") ?? first;
  return settled(firm.decision ?? first.decision, here.find(({ reason }) => reason !== null)?.reason ?? null);
}

function settled(decision: ScreeningDecision, reason: string | null): StepStanding {
  return { state: "settled", outcome: { decision, reason } };
}

/** Two decisions differ when one lets the publication go on and the other does not, or when a full text is left out for two reasons. */
function differs(step: ScreeningStep, one: KnownDecision, other: KnownDecision): boolean {
  if (one.decision === null || other.decision === null) return false;
  if (goesOn(one.decision) !== goesOn(other.decision)) return true;
  return step === "full-text" && !goesOn(one.decision) && one.reason !== other.reason;
}

/** How a publication stands in the screening. */
export const standings = ["to-screen", "to-retrieve", "to-assess", "second", "conflict", "excluded", "not-retrieved", "included"] as const;

/** How a publication stands, at the step that it has come to. */
export interface Standing {
  key: (typeof standings)[number];
  step: ScreeningStep;
  /** Why it was left out: a key of the protocol, or own words. */
  reason: string | null;
}

const waitingFor = { "title-abstract": "to-screen", retrieval: "to-retrieve", "full-text": "to-assess" } as const;

/** The steps that a publication goes through: what was found otherwise than in a database or register is not screened by title. */
export function stepsFor(channel: FlowChannel): readonly ScreeningStep[] {
  return columnOf(channel) === "searched" ? screeningSteps : screeningSteps.slice(1);
}

/** Whether the screening has left a publication out, by its title, its full text or because that could not be had. */
export function isLeftOut({ key }: Standing): boolean {
  return key === "excluded" || key === "not-retrieved";
}

/** How a publication stands, from the decisions that are known of it. */
export function standingOf(decisions: readonly KnownDecision[], channel: FlowChannel, screeners: number): Standing {
  const steps = stepsFor(channel);
  for (const step of steps) {
    const { state, outcome } = stepStanding(decisions, step, screeners);
    if (state === "open") return { key: waitingFor[step], step, reason: null };
    if (state === "waits") return { key: "second", step, reason: null };
    if (!outcome) return { key: "conflict", step, reason: null };
    if (!goesOn(outcome.decision)) return { key: step === "retrieval" ? "not-retrieved" : "excluded", step, reason: outcome.reason };
  }
  return { key: "included", step: "full-text", reason: null };
}

/** Whether a step can be decided on: every step before it is settled and lets the publication go on. */
export function isReached(decisions: readonly KnownDecision[], channel: FlowChannel, screeners: number, step: ScreeningStep): boolean {
  const steps = stepsFor(channel);
  const place = steps.indexOf(step);
  if (place === -1) return false;
  return steps.slice(0, place).every((before) => {
    const { outcome } = stepStanding(decisions, before, screeners);
    return outcome !== null && goesOn(outcome.decision);
  });
}
