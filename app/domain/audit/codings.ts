import { z } from "zod";
import { action, reason, text, was } from "./action";

const place = z.number().int();
/** From which code a mark goes to which; `already` where its passage had that code, so that it was taken off. */
const moved = z.strictObject({ code: text, to: text, already: z.literal(true).optional(), reason });

/** Actions on passages that were marked with a code: told by place and code, never by their words, for an answer can be withdrawn. */
export const codingActions = {
  "coding.add": action("coding", z.strictObject({ code: text, language: text, start: place, end: place })),
  "coding.change": action(
    "coding",
    z.strictObject({
      code: was(text).optional(),
      start: was(place).optional(),
      end: was(place).optional(),
      changed: z.array(z.enum(["passage", "note"])).optional(),
    }),
  ),
  "coding.archive": action("coding", z.strictObject({ code: text })),
  "coding.merge": action("coding", moved),
  "coding.split": action("coding", moved),
} as const;
