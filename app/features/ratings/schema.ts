import { z } from "zod";
import { idRead, optionalProse, prose, tick, versionRead } from "~/domain/shapes";

const Language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, "unknown");
const Value = z.string().max(100).default("");
const Criterion = z.string().min(1).max(100);

/** The forms of a rater: one judgement, whose value and justification are checked by the scale, and a justification in another language. */
export const rateForms = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("rate"),
    criterion: Criterion,
    version: versionRead,
    value: Value,
    justification: optionalProse(10_000),
    language: Language,
    ownExpertise: tick,
    grounds: z.array(z.string().max(100)).max(50),
  }),
  z.strictObject({ intent: z.literal("translate"), id: idRead, version: versionRead, language: Language, text: prose(10_000) }),
]);

/** The forms about judgements on the page of what is judged: the agreed value of a difference, and a justification in another language. Dissents are `dissent.<user>`. */
export const reconcileForm = z.strictObject({
  intent: z.literal("reconcile"),
  round: z.coerce.number().int().min(1),
  criterion: Criterion,
  version: versionRead,
  value: Value,
  reason: optionalProse(10_000),
  language: Language,
  dissenter: z.array(idRead),
  dissent: z.array(z.string().max(5000)),
});
