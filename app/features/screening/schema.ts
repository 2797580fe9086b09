import { z } from "zod";
import { optionalLine, optionalText, longText } from "~/domain/plain-text";
import { goesOn, needsExclusionReason, ownReason, ownWords, screeningDecisions, screeningSteps } from "~/domain/screening/steps";

const Version = z.coerce.number().int().min(0);

const decided = {
  source: z.uuid(),
  step: z.enum(screeningSteps),
  version: Version,
  decision: z.enum(screeningDecisions, "choose"),
  reason: optionalLine(80),
  ownReason: optionalLine(200),
};

interface Decided {
  step: (typeof screeningSteps)[number];
  decision: (typeof screeningDecisions)[number];
  reason: string | null;
  ownReason: string | null;
}

const lacksReason = ({ step, decision, reason }: Decided) => needsExclusionReason(step, decision) && reason === null;
const lacksWords = ({ decision, reason, ownReason: words }: Decided) => !goesOn(decision) && reason === ownReason && words === null;

/** The reason of a filled form as it is kept: a key of the protocol, or own words. */
export function reasonFrom({ reason, ownReason: words }: Pick<Decided, "reason" | "ownReason">): string | null {
  return reason === ownReason ? ownWords(words ?? "") : reason;
}

/** A decision on one publication, or a change of it. */
export const DecideForm = z
  .strictObject({ intent: z.literal("decide"), ...decided, note: optionalText(2000) })
  .refine((form) => !lacksReason(form), { path: ["reason"], error: "choose" })
  .refine((form) => !lacksWords(form), { path: ["ownReason"], error: "required" });

/** The decision that counts where two differ. */
export const SettleForm = z
  .strictObject({ intent: z.literal("settle"), ...decided, why: longText(2000) })
  .refine((form) => !lacksReason(form), { path: ["reason"], error: "choose" })
  .refine((form) => !lacksWords(form), { path: ["ownReason"], error: "required" });

/** The forms of a step: to decide, or to settle what was decided. */
export const stepForms = z.union([DecideForm, SettleForm]);

/** A count by hand; empty is 0. */
export const CountForm = z.strictObject({
  kind: z.string().min(1, "choose").max(100),
  version: Version,
  count: z.coerce.number("number").int("number").min(0, "number").max(1_000_000, "number"),
  note: optionalText(1000),
});
