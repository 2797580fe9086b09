/** The steps in which a publication is chosen, in their order (PRISMA 2020: Page MJ et al., BMJ 2021;372:n71). */
export const screeningSteps = ["title-abstract", "retrieval", "full-text"] as const;

/** A step of the screening. */
export type ScreeningStep = (typeof screeningSteps)[number];

/** What can be decided at any step. */
export const screeningDecisions = ["include", "exclude", "unsure", "retrieved", "not-retrieved"] as const;

/** A decision on one publication at one step. */
export type ScreeningDecision = (typeof screeningDecisions)[number];

/** What can be decided at each step. Whoever is unsure of a title keeps the publication for its full text. */
export const decisionsAt: Readonly<Record<ScreeningStep, readonly ScreeningDecision[]>> = {
  "title-abstract": ["include", "exclude", "unsure"],
  retrieval: ["retrieved", "not-retrieved"],
  "full-text": ["include", "exclude"],
};

/** The decisions after which a publication goes on; after any other it stays out. */
const goingOn: readonly ScreeningDecision[] = ["include", "unsure", "retrieved"];

/** Whether a publication goes on after this decision. */
export function goesOn(decision: ScreeningDecision): boolean {
  return goingOn.includes(decision);
}

/** Whether a decision needs a reason: leaving out what was read in full. */
export function needsExclusionReason(step: ScreeningStep, decision: ScreeningDecision): boolean {
  return step === "full-text" && !goesOn(decision);
}

/** Whether a decision may have a reason of the protocol: leaving out by title or by full text. */
export function mayHaveReason(step: ScreeningStep, decision: ScreeningDecision): boolean {
  return step !== "retrieval" && !goesOn(decision);
}

/** How many people decide at a step. Whether a text could be had is a fact: one person finds it out. */
export function screenersAt(step: ScreeningStep, screeners: number): number {
  return step === "retrieval" ? 1 : screeners;
}

/** The step after this one, or `null` after the last. */
export function stepAfter(step: ScreeningStep): ScreeningStep | null {
  return screeningSteps[screeningSteps.indexOf(step) + 1] ?? null;
}

/** The step that a text names, or `null`. */
export function stepIfAny(text: string | undefined): ScreeningStep | null {
  return screeningSteps.find((step) => step === text) ?? null;
}

/** Who stands as screener of the decision that counts after a conflict. */
export const agreedScreener = "agreed";

/** The choice of a reason in own words; the words follow it where it is stored. It has a colon, so no key of a protocol is it or begins with it. */
export const ownReason = "other:";

/** Whether a stored reason is in own words and not a key of the protocol. */
export function isOwnWords(reason: string): boolean {
  return reason.startsWith(ownReason);
}

/** A reason in own words as it is stored. */
export function ownWords(words: string): string {
  return `${ownReason}${words}`;
}

/** The own words of a stored reason; `null` for a key of the protocol. */
export function wordsOfReason(reason: string): string | null {
  return isOwnWords(reason) ? reason.slice(ownReason.length) : null;
}
