import { type Move, moveFrom } from "./table";

/**
 * The states of a round: rating (blind), open (all have sent), closed (every difference reconciled), abandoned (ended without ever having
 * opened, so that it stays blind for good). Computed from its times.
 */
export const roundStates = ["rating", "open", "closed", "abandoned"] as const;

/** The state of a round. */
export type RoundState = (typeof roundStates)[number];

/**
 * The acts in a round. `send` moves it with the last rater's, `remove-rater` where all that remain have sent; the other acts on a blind round
 * leave it as it is.
 */
export type RoundMove =
  "rate" | "set-due" | "add-rater" | "replace-rater" | "remove-rater" | "abandon" | "send" | "reconcile" | "close" | "reopen";

/** The moves of a round. */
export const roundMoves: readonly Move<RoundState, RoundMove>[] = [
  { name: "rate", from: ["rating"], to: "rating" },
  { name: "set-due", from: ["rating"], to: "rating" },
  { name: "add-rater", from: ["rating"], to: "rating" },
  { name: "replace-rater", from: ["rating"], to: "rating" },
  { name: "remove-rater", from: ["rating"], to: "rating", needsReason: true },
  { name: "abandon", from: ["rating"], to: "abandoned", needsReason: true },
  { name: "send", from: ["rating"], to: "open" },
  { name: "reconcile", from: ["open"], to: "open" },
  { name: "close", from: ["open"], to: "closed" },
  { name: "reopen", from: ["closed"], to: "open", needsReason: true },
];

/** The state of a round from its times: one that was closed without having opened was abandoned. */
export function roundStateOf(round: { openedAt: Date | null; closedAt: Date | null }): RoundState {
  if (round.closedAt) return round.openedAt ? "closed" : "abandoned";
  return round.openedAt ? "open" : "rating";
}

/** Whether a round was ended without ever having opened: it judges nothing. */
export function isAbandoned(state: RoundState): boolean {
  return state === "abandoned";
}

/** Whether a round in this state can make this move: what pages show and forms offer. */
export function canMoveRound(state: RoundState, name: RoundMove): boolean {
  return moveFrom(roundMoves, state, name) !== undefined;
}

/**
 * How a round looks in the table of states; `left` counts the differences that still have to be reconciled. A round of one rater is neither
 * blind nor agreed on: nobody else rates in it. `settled` counts the differences that were reconciled.
 */
export function lookOfRound(
  state: RoundState,
  left: number,
  raters: number,
  settled: number,
): "blind" | "rating" | "differs" | "agreed" | "reconciled" | "judged" | "closed" | "abandoned" {
  if (state === "rating") return raters > 1 ? "blind" : "rating";
  if (state === "closed" || state === "abandoned") return state;
  if (raters < 2 && left === 0) return "judged";
  if (left > 0) return "differs";
  return settled > 0 ? "reconciled" : "agreed";
}

/** Whether raters of a blind round are late on a day: those who have not sent once the day by which they were asked to has passed. */
export function isLate({ state, dueOn }: { state: RoundState; dueOn: string | null }, today: string): boolean {
  return canMoveRound(state, "send") && dueOn !== null && dueOn < today;
}
