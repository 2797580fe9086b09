import { z } from "zod";
import { action, reason, text, was } from "./action";

const codes = z.array(text);

/**
 * Actions of the fact check. A link is told by the code of its participant; neither a name nor a mail address nor the token of a link
 * stands in an event, and what an interviewee wrote stands in the versions.
 */
export const factCheckActions = {
  "fact-check.make-link": action("fact-check", z.strictObject({ language: text, until: text, replaced: z.int().min(0) })),
  "fact-check.mail": action("fact-check", z.strictObject({})),
  "fact-check.revoke-link": action("fact-check", z.strictObject({})),
  "fact-check.save": action("fact-check", z.strictObject({ confirmed: codes, corrected: codes, toWithdraw: codes })),
  "fact-check.send-in": action(
    "fact-check",
    z.strictObject({ confirmed: z.int().min(0), corrected: z.int().min(0), withdrawn: z.int().min(0) }),
  ),
  "answer.dispute": action("interview-answer", z.strictObject({})),
  "answer.end-dispute": action("interview-answer", z.strictObject({})),
  "answer.discuss-correction": action("interview-answer", z.strictObject({ reason })),
  "answer.settle-correction": action(
    "interview-answer",
    z.strictObject({ as: text, record: was(text).optional(), reason: reason.optional() }),
  ),
} as const;
