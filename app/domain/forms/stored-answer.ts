import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import type { AnswerState } from "~/domain/moves/interview";

/** The state of a stored answer: those of an interview answer, and `not-applicable` in forms. Only `answered` has a value. */
export type StoredState = AnswerState | "not-applicable";

const wording = { wording: LocalText, protocolVersion: z.int().min(1) };
const Reason = z.string().min(1).max(64);

/**
 * An answer as it is kept: its state, the wording and the protocol version in which it was asked, and what was answered.
 * `value` is checked by `answerSchema`; a reason is the key of one that the protocol lists, `note` says it in words.
 */
export const StoredAnswer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("open"), ...wording }),
  z.strictObject({ state: z.literal("answered"), value: z.json(), ...wording }),
  z.strictObject({ state: z.literal("no-answer"), reason: Reason, note: LocalText.optional(), ...wording }),
  z.strictObject({ state: z.literal("not-asked"), reason: Reason, note: LocalText.optional(), ...wording }),
  z.strictObject({ state: z.literal("not-applicable"), reason: Reason.optional(), note: LocalText.optional(), ...wording }),
]);
/** An answer as it is kept. */
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** Answers by the name of the field; a field without an entry is open. */
export type Answers = { readonly [name: string]: StoredAnswer | undefined };

/** The value that was given, or undefined when the field is in any state but `answered`. */
export function valueIn(answers: Answers, name: string): unknown {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  return answer?.state === "answered" ? answer.value : undefined;
}

/** Whether something was decided about the field: answered, or a state that says why not. */
export function isSettled(answers: Answers, name: string): boolean {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  return answer !== undefined && answer.state !== "open";
}
