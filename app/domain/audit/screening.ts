import { z } from "zod";
import { action, reason, text, was } from "./action";

/**
 * Actions in the screening of publications. The trail is read by the whole team: a decision names its step and nothing of what was decided;
 * its digest is in the event, its content in the versions, and the trail adds it for those who may see it.
 */
export const screeningActions = {
  "screening.decide": action("screening", z.strictObject({ step: text })),
  "screening.settle": action(
    "screening",
    z.strictObject({ step: text, decision: was(text), exclusionReason: was(text).optional(), reason }),
  ),
  "screening.count": action("screening-count", z.strictObject({ kind: text, count: was(z.int()), note: was(text).optional() })),
  "source.appraise": action("source", z.strictObject({ appraisal: was(text) })),
} as const;
