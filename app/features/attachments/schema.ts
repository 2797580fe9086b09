import { z } from "zod";
import { optionalProse, versionRead } from "~/domain/shapes";

/** The fields beside the file on the page that adds one. */
export const NewAttachment = z.strictObject({ note: optionalProse(500) });

/** The forms on the page of one file. */
export const AttachmentForm = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("change"), version: versionRead, note: optionalProse(500) }),
  z.strictObject({ intent: z.literal("archive"), version: versionRead }),
]);
