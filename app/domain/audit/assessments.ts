import { z } from "zod";
import { action, text, was } from "./action";

/** Actions on an assessment itself: start, settings, members, protocol. */
export const assessmentActions = {
  "assessment.start": action("assessment", z.strictObject({ slug: text, protocol: text, languages: z.array(text) })),
  "assessment.change": action(
    "assessment",
    z.strictObject({
      title: was(text).optional(),
      startsOn: was(text).optional(),
      endsOn: was(text).optional(),
      notice: was(text).optional(),
    }),
  ),
  "member.add": action("member", z.strictObject({ role: text, endsOn: text.nullable() })),
  "member.change": action("member", z.strictObject({ role: was(text).optional(), endsOn: was(text).optional() })),
  "member.remove": action("member", z.strictObject({ role: text })),
  "protocol.replace": action("protocol", z.strictObject({ fileName: text, digest: was(text) })),
  "protocol.freeze": action("protocol", z.strictObject({ digest: text })),
} as const;
