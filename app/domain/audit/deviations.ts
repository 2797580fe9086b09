import { z } from "zod";
import { action, reason, text, was } from "./action";

/** Actions on deviations from a protocol that was frozen. */
export const deviationActions = {
  "protocol.deviate": action(
    "deviation",
    z.strictObject({
      protocol: was(text),
      fileName: text,
      digest: was(text),
      reason,
      effect: text,
      approvedBy: text,
      approvedOn: text,
      affected: z.number(),
    }),
  ),
  "deviation.change": action("deviation", z.strictObject({ effect: was(text) })),
} as const;
