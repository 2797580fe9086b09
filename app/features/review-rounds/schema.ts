import { z } from "zod";
import { longText } from "~/domain/plain-text";

const id = z.uuid();
const version = z.coerce.number().int().min(0).max(1_000_000_000);

/** The forms of the page on which a reviewer steps back from a section, and on which the lead answers that. */
export const StepBackForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("step-back"), version, reason: longText(4_000) }),
  z.strictObject({ intent: z.literal("replace"), id, version, userId: z.union([id, z.literal("")], { error: "choose" }) }),
  z.strictObject({ intent: z.literal("end"), id, version, endReason: longText(4_000) }),
]);
export type StepBackForm = z.output<typeof StepBackForms>;

/** Which change of a section somebody has seen. */
export const SeenForm = z.strictObject({ changes: z.coerce.number().int().min(0).max(1_000_000_000) });
