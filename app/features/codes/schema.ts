import { z } from "zod";
import { optionalText } from "~/domain/plain-text";
import { idRead, versionRead } from "~/domain/shapes";

const place = z
  .string()
  .regex(/^\d{1,6}$/u, "unknown")
  .transform(Number);
const passage = {
  /** From a selection with the mouse or the keys. */
  start: place.or(z.literal("")).default(""),
  end: place.or(z.literal("")).default(""),
  /** Where nothing was selected: the places of sentences. */
  sentences: z.array(place).max(500).default([]),
};
const code = z.string().min(1, "choose").max(64);

/** The forms on the page where the passages of one text are marked. */
export const codingForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), code, note: optionalText(2000), digest: z.string().max(64), ...passage }),
  z.strictObject({ intent: z.literal("replace"), id: idRead, version: versionRead, digest: z.string().max(64), ...passage }),
  z.strictObject({ intent: z.literal("change"), id: idRead, version: versionRead, code, note: optionalText(2000) }),
  z.strictObject({ intent: z.literal("archive"), id: idRead, version: versionRead }),
]);
/** What one of these forms sends. */
export type CodingForm = z.output<typeof codingForms>;
