import { z } from "zod";
import { longText } from "~/domain/plain-text";
import { idRead, versionRead } from "~/domain/shapes";
import { blockTextFields } from "~/domain/text/read-block-text";

/** The form of another wording of a block. */
export const suggestForm = z.strictObject({ version: versionRead, reason: longText(2_000), ...blockTextFields });

/** What can be done with a suggestion. */
export const settleForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("accept"), id: idRead, version: versionRead }),
  z.strictObject({ intent: z.literal("reject"), id: idRead, version: versionRead, reason: longText(2_000) }),
  z.strictObject({ intent: z.literal("withdraw"), id: idRead, version: versionRead }),
]);
