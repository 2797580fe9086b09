import { z } from "zod";
import { action, text, was } from "./action";

const place = z.number().int();

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
} as const;
