import { z } from "zod";
import { idRead, versionRead } from "~/domain/shapes";

/** Freezes the protocol in force; the version is that of the assessment. */
export const FreezeForm = z.strictObject({ intent: z.literal("freeze"), version: versionRead });

/** Puts the file that was checked in force. */
export const ReplaceForm = z.strictObject({ intent: z.literal("replace"), version: versionRead, file: idRead });
