import { moveFrom, type Move } from "./table";

/** The states of a suggestion. */
const suggestionStates = ["open", "accepted", "rejected", "withdrawn"] as const;

/** The state of a suggestion. */
export type SuggestionState = (typeof suggestionStates)[number];

/** The acts on a suggestion. */
export type SuggestionMove = "accept" | "reject" | "withdraw";

/** The moves of a suggestion: a writer accepts or rejects it, who made it takes it back. */
const suggestionMoves: readonly Move<SuggestionState, SuggestionMove>[] = [
  { name: "accept", from: ["open"], to: "accepted" },
  { name: "reject", from: ["open"], to: "rejected", needsReason: true },
  { name: "withdraw", from: ["open"], to: "withdrawn" },
];

/** The states in which a suggestion waits for a writer. */
export const waitingSuggestionStates: readonly SuggestionState[] = ["open"];

/** The states in which the words of a suggestion have become those of the section. */
export const takenSuggestionStates: readonly SuggestionState[] = ["accepted"];

/** The move of a suggestion from a state; undefined where it can't be made. */
export function suggestionMove(state: SuggestionState, name: SuggestionMove): Move<SuggestionState, SuggestionMove> | undefined {
  return moveFrom(suggestionMoves, state, name);
}

/** The state that a stored text names; throws on any other text, which only a damaged row can hold. */
export function requireSuggestionState(text: string): SuggestionState {
  const state = suggestionStates.find((each) => each === text);
  if (!state) throw new RangeError(`no state of a suggestion: ${text}`);
  return state;
}
