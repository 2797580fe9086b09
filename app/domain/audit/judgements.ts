import { z } from "zod";
import { action, reason, text, was } from "./action";

/** How many have sent, and of a round that opened by it how many cells agree and differ. */
const sending = {
  sent: z.int(),
  raters: z.int(),
  opened: z.boolean(),
  agreed: z.int().optional(),
  differing: z.int().optional(),
};

/**
 * Actions in rounds of judging. The trail is read by the whole team: what a rater does before her round opens names the round and nothing
 * of the value, the justification or the grounds; their digest is in the event, their content in the versions.
 */
export const judgementActions = {
  "round.open": action(
    "round",
    z.strictObject({
      subjectKind: text,
      subjects: z.array(text),
      criteria: z.array(text),
      raters: z.array(text),
      dueOn: text.optional(),
    }),
  ),
  "round.set-due": action("round", z.strictObject({ dueOn: was(text) })),
  "round.add-rater": action("round", z.strictObject({ rater: text })),
  "round.replace-rater": action("round", z.strictObject({ rater: z.strictObject({ before: text, after: text }) })),
  "round.remove-rater": action("round", z.strictObject({ rater: text, reason, ...sending })),
  "round.send": action("round", z.strictObject(sending)),
  "round.abandon": action("round", z.strictObject({ reason })),
  "round.close": action("round", z.strictObject({})),
  "round.reopen": action("round", z.strictObject({ reason })),
  "judgement.rate": action("judgement", z.strictObject({ round: z.int() })),
  "judgement.translate": action("judgement", z.strictObject({ round: z.int(), language: text })),
  "judgement.reconcile": action(
    "judgement",
    z.strictObject({
      round: z.int(),
      level: was(text).optional(),
      without: was(text).optional(),
      method: text.optional(),
      reason: reason.optional(),
      dissent: z.array(text).optional(),
    }),
  ),
} as const;
