import type { Move } from "./table";

/** The states of a section; *stale* is computed and never stored. */
export const sectionStates = ["not-started", "in-writing", "in-review", "changes-asked", "signed-off"] as const;

/** The state of a section. */
export type SectionState = (typeof sectionStates)[number];

/** The acts that move a section. */
export type SectionMove = "start" | "send-to-review" | "recall" | "ask-changes" | "sign-off" | "reopen";

/** The moves of a section. `sign-off` moves it with the last sign-off that the rule needs. */
export const sectionMoves: readonly Move<SectionState, SectionMove>[] = [
  { name: "start", from: ["not-started"], to: "in-writing" },
  { name: "send-to-review", from: ["in-writing", "changes-asked"], to: "in-review" },
  { name: "recall", from: ["in-review"], to: "in-writing" },
  { name: "ask-changes", from: ["in-review"], to: "changes-asked", needsReason: true },
  { name: "sign-off", from: ["in-review"], to: "signed-off" },
  { name: "reopen", from: ["signed-off"], to: "in-writing", needsReason: true },
];

/** The moves that exist only while a sign-off of the section is stale. */
export const staleSectionMoves: readonly Move<SectionState, SectionMove>[] = [
  { name: "sign-off", from: ["signed-off"], to: "signed-off" },
  { name: "ask-changes", from: ["signed-off"], to: "changes-asked", needsReason: true },
];

/** The states in which blocks, statements and links of a section may change; the first change starts it. */
export const writableSectionStates: readonly SectionState[] = ["not-started", "in-writing", "changes-asked"];

/** The states in which a reviewer reads a section and decides. */
export const reviewedSectionStates: readonly SectionState[] = ["in-review"];

/** The states in which the sign-offs of a section count; whether they still hold is computed. */
export const signedOffSectionStates: readonly SectionState[] = ["signed-off"];

/** The state that a stored text names; throws on any other text, which only a damaged row can hold. */
export function requireSectionState(text: string): SectionState {
  const state = sectionStates.find((each) => each === text);
  if (!state) throw new RangeError(`no state of a section: ${text}`);
  return state;
}
