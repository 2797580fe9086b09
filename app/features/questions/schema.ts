import { z } from "zod";
import { evidenceKinds } from "~/domain/evidence/kinds";

const EvidenceRef = z
  .string()
  .transform((key) => key.split("/"))
  .pipe(z.tuple([z.enum(evidenceKinds), z.string().min(1)]))
  .transform(([kind, id]) => ({ kind, id }));

/** The forms on the page of a research question: evidence named by its key (`excerpt/0193…`) is tagged for it by hand, or no longer is. */
export const questionForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("tag"), evidence: EvidenceRef }),
  z.strictObject({ intent: z.literal("untag"), evidence: EvidenceRef }),
]);
