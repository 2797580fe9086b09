import { z } from "zod";
import { attributionLevels, interestKinds } from "~/domain/attribution-levels";
import { LocalText } from "~/domain/local-text-schema";

/** A level of attribution. */
export const AttributionLevel = z.enum(attributionLevels);
/** A level of attribution. */
export type AttributionLevel = z.infer<typeof AttributionLevel>;

/** An interest in the outcome: which kind, of which actor, and in what words. */
export const Interest = z.strictObject({ kind: z.enum(interestKinds), actorId: z.string().optional(), words: LocalText.optional() });
/** An interest in the outcome. */
export type Interest = z.infer<typeof Interest>;
