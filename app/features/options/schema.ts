import { z } from "zod";
import { longText } from "~/domain/plain-text";

const Version = z.coerce.number().int().min(0);
const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");
const point = {
  criterion: z.string().min(1, "choose").max(64),
  side: z.enum(["for", "against"], "choose"),
  text: longText(5000),
  language: Language,
  grounds: z.array(z.string().max(100)),
};

/** The forms on the page of an option. */
export const optionForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), ...point }),
  z.strictObject({ intent: z.literal("change"), id: z.uuid(), version: Version, ...point }),
  z.strictObject({ intent: z.literal("archive"), id: z.uuid(), version: Version }),
  z.strictObject({ intent: z.literal("translate"), id: z.uuid(), version: Version, language: Language, text: longText(5000) }),
]);
