import type { SectionMove } from "./section";

/** How a round of review can end. */
const roundOutcomes = ["signed-off", "changes-asked", "recalled"] as const;

/** How a round of review ended. */
export type RoundOutcome = (typeof roundOutcomes)[number];

/** The moves of a section that end its round of review, and as what; every other move leaves it as it is. */
const endings: Partial<Record<SectionMove, RoundOutcome>> = {
  "sign-off": "signed-off",
  "ask-changes": "changes-asked",
  recall: "recalled",
};

/** As what a move of a section ends its round of review; `undefined` for a move that ends none. */
export function outcomeOf(move: SectionMove): RoundOutcome | undefined {
  return endings[move];
}

/** The outcome that a stored text names; null for a round that is open. Throws on any other text, which only a damaged row can hold. */
export function roundOutcomeIfAny(text: string | null): RoundOutcome | null {
  if (text === null) return null;
  const outcome = roundOutcomes.find((each) => each === text);
  if (!outcome) throw new RangeError(`no outcome of a round: ${text}`);
  return outcome;
}
