/** Why an interview does not take place. Nothing in this list tells who the interviewee is, so that a document may name it. */
export const notHeldReasons = ["no-time", "no-answer", "not-willing", "left", "others-spoken", "other"] as const;

/** A reason of the list. */
export type NotHeldReason = (typeof notHeldReasons)[number];

/** Why an interview did not take place: a reason of the list for everyone, and own words for the team ("" = none). */
export interface WhyNotHeld {
  why: NotHeldReason;
  words: string;
}

/** The reason as it is stored: the key, and own words after a colon. */
export function storedWhyNotHeld({ why, words }: WhyNotHeld): string {
  const own = words.trim();
  return own === "" ? why : `${why}: ${own}`;
}

/** A stored reason; one that names none of the list is *other*, in the words that are stored. */
export function whyNotHeld(stored: string | null): WhyNotHeld {
  const [key = "", ...rest] = (stored ?? "").split(": ");
  const why = notHeldReasons.find((reason) => reason === key);
  return why ? { why, words: rest.join(": ") } : { why: "other", words: stored ?? "" };
}

/** What a choice of a reason lacks: a reason, or words where the list has none that fits. */
export function whyNotHeldProblem(why: NotHeldReason | null, words: string): "why" | "reason" | null {
  if (words.trim() === "") return why === null ? "why" : why === "other" ? "reason" : null;
  return null;
}
