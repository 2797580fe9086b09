import { z } from "zod";
import { longText } from "~/domain/plain-text";
import { idRead, versionRead } from "~/domain/shapes";

const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");
const ids = z.array(z.uuid());
const limitation = { text: longText(5000), language: Language, sections: ids, statements: ids };

/** The forms on the page of limitations. */
export const limitationForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), ...limitation }),
  z.strictObject({ intent: z.literal("change"), id: idRead, version: versionRead, ...limitation }),
  z.strictObject({ intent: z.literal("archive"), id: idRead, version: versionRead }),
  z.strictObject({ intent: z.literal("translate"), id: idRead, version: versionRead, language: Language, text: longText(5000) }),
]);
