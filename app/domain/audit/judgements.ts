import { z } from "zod";
import { action, reason, text, was } from "./action";

/**
 * Actions in rounds of judging. The trail is read by the whole team: what a rater does before her round opens names the round and nothing
 * of the value, the justification or the grounds; their digest is in the event, their content in the versions.
 */
export const judgementActions = {
  "round.open": action(
    "round",
    z.strictObject({ subjectKind: text, subjects: z.array(text), criteria: z.array(text), raters: z.array(text) }),
  ),
  "round.replace-rater": action("round", z.strictObject({ rater: z.strictObject({ before: text, after: text }) })),
  "round.send": action(
    "round",
    z.strictObject({ sent: z.int(), raters: z.int(), opened: z.boolean(), agreed: z.int().optional(), differing: z.int().optional() }),
  ),
  "round.close": action("round", z.strictObject({})),
  "judgement.rate": action("judgement", z.strictObject({ round: z.int() })),
  "judgement.translate": action("judgement", z.strictObject({ round: z.int(), language: text })),
  "judgement.reconcile": action(
    "judgement",
    z.strictObject({
      round: z.int(),
      level: was(text).optional(),
      without: was(text).optional(),
      reason,
      dissent: z.array(text).optional(),
    }),
  ),
} as const;
