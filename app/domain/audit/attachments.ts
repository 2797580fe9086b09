import { z } from "zod";
import { action, text, was } from "./action";

/**
 * Actions on files that belong to an interview, a consent or a source. The name of a file and the note on it may tell who an interviewee
 * is: only with a source they are told, else named in `changed` or left out.
 */
export const attachmentActions = {
  "attachment.add": action(
    "attachment",
    z.strictObject({ holder: text, type: text, bytes: z.number().int(), sha256: text, fileName: text.optional() }),
  ),
  "attachment.change": action("attachment", z.strictObject({ note: was(text).optional(), changed: z.array(z.enum(["note"])).optional() })),
  "attachment.archive": action("attachment", z.strictObject({})),
} as const;
