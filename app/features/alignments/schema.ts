import { z } from "zod";
import { longText } from "~/domain/plain-text";

const Version = z.coerce.number().int().min(0);
const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");

/** The forms on the page of a policy node. */
export const alignmentForms = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("judge"),
    version: Version,
    value: z.string().min(1, "choose"),
    reasons: longText(10_000),
    language: Language,
    grounds: z.array(z.string().max(100)),
  }),
  z.strictObject({ intent: z.literal("translate"), id: z.uuid(), version: Version, language: Language, reasons: longText(10_000) }),
]);
