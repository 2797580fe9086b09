import { agreedScreener, stepAfter, type ScreeningStep } from "~/domain/screening/steps";
import { isReached, stepStanding, type KnownDecision } from "~/domain/screening/standing";
import type { FlowChannel } from "~/domain/screening/channels";
import { type Move, moveFrom } from "./table";

/**
 * How one step of a publication stands for one person: not reached, hers to decide, decided by her and still hers to change, differing,
 * settled, or passed because the next step has begun.
 */
export const screeningStates = ["unreached", "open", "mine", "conflict", "settled", "passed"] as const;

/** How one step of a publication stands for one person. */
export type ScreeningState = (typeof screeningStates)[number];

/** The acts in the screening of a publication. */
export type ScreeningMove = "decide" | "change" | "settle";

/** The moves at a step: whoever has not decided decides, changes it while nobody rests on it, and a settled step can be settled anew with a reason. */
export const screeningMoves: readonly Move<ScreeningState, ScreeningMove>[] = [
  { name: "decide", from: ["open"], to: "mine" },
  { name: "change", from: ["mine"], to: "mine" },
  { name: "settle", from: ["conflict", "settled"], to: "settled", needsReason: true },
];

/** What the state of a step hangs on. */
export interface StepFacts {
  decisions: readonly KnownDecision[];
  channel: FlowChannel;
  screeners: number;
  step: ScreeningStep;
  personId: string;
}

/** How a step stands for a person. Computed from the decisions; nothing of it is stored. */
export function screeningStateFor({ decisions, channel, screeners, step, personId }: StepFacts): ScreeningState {
  if (!isReached(decisions, channel, screeners, step)) return "unreached";
  const next = stepAfter(step);
  if (next && decisions.some((one) => one.step === next)) return "passed";
  const here = decisions.filter((one) => one.step === step);
  const isMine = here.some(({ screener }) => screener === personId);
  const { state } = stepStanding(decisions, step, screeners);
  if (state === "conflict") return "conflict";
  if (state === "settled")
    return isMine && here.length === 1 && !here.some(({ screener }) => screener === agreedScreener) ? "mine" : "settled";
  return isMine ? "mine" : "open";
}

/** Whether a step in this state can make this move. */
export function canMoveScreening(state: ScreeningState, name: ScreeningMove): boolean {
  return moveFrom(screeningMoves, state, name) !== undefined;
}
