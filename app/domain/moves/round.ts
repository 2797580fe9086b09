import { type Move, moveFrom } from "./table";

/** The states of a round: rating (blind), open (all have sent), closed (every difference reconciled). Computed from its times. */
export const roundStates = ["rating", "open", "closed"] as const;

/** The state of a round. */
export type RoundState = (typeof roundStates)[number];

/** The acts in a round; `send` moves it with the last rater's, `rate` and `replace-rater` leave it as it is. */
export type RoundMove = "rate" | "replace-rater" | "send" | "reconcile" | "close";

/** The moves of a round. */
export const roundMoves: readonly Move<RoundState, RoundMove>[] = [
  { name: "rate", from: ["rating"], to: "rating" },
  { name: "replace-rater", from: ["rating"], to: "rating" },
  { name: "send", from: ["rating"], to: "open" },
  { name: "reconcile", from: ["open"], to: "open" },
  { name: "close", from: ["open"], to: "closed" },
];

/** The state of a round from its times. */
export function roundStateOf(round: { openedAt: Date | null; closedAt: Date | null }): RoundState {
  if (round.closedAt) return "closed";
  return round.openedAt ? "open" : "rating";
}

/** Whether a round in this state can make this move: what pages show and forms offer. */
export function canMoveRound(state: RoundState, name: RoundMove): boolean {
  return moveFrom(roundMoves, state, name) !== undefined;
}

/** How a round looks in the table of states; `left` counts the differences that still have to be reconciled. */
export function lookOfRound(state: RoundState, left: number): "blind" | "differs" | "agreed" | "closed" {
  if (state === "rating") return "blind";
  if (state === "closed") return "closed";
  return left > 0 ? "differs" : "agreed";
}
