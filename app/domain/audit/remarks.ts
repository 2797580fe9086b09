import { z } from "zod";
import { action, reason, text, was } from "./action";

const asked = z.record(z.string(), text);

/**
 * Actions in rounds of remarks on an edition. The whole team reads the trail, so a remark that is still its writer's own draft says nothing of
 * itself: its words stand in the versions, and in the event once it is sent.
 */
export const remarkActions = {
  "comment-round.open": action("comment-round", z.strictObject({ dueOn: text, asked })),
  "comment-round.close": action("comment-round", z.strictObject({ because: z.literal("edition-withdrawn").optional() })),
  "comment-round.reopen": action("comment-round", z.strictObject({ dueOn: was(text).optional(), reason })),
  "remark.draft": action("remark", z.strictObject({ edition: z.int() })),
  "remark.remove": action("remark", z.strictObject({ edition: z.int() })),
  "remark.send": action(
    "remark",
    z.strictObject({
      edition: z.int(),
      section: text.optional(),
      statement: text.optional(),
      passage: text.optional(),
      text,
      late: z.boolean().optional(),
    }),
  ),
  "remark.withdraw": action("remark", z.strictObject({ edition: z.int(), reason })),
  "remark.respond": action(
    "remark",
    z.strictObject({
      stance: was(text).optional(),
      response: was(text).optional(),
      whatChanged: was(text).optional(),
      statements: was(z.array(text)).optional(),
    }),
  ),
  "remark.show": action("remark", z.strictObject({ edition: z.int(), stance: text })),
} as const;
