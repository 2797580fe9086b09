import { z } from "zod";
import { action, text, was } from "./action";

const about = { section: text, check: text };

/** Actions on the reasons for which a warning of the gate is taken as it is; the label is the question or statement. */
export const gateActions = {
  "gate.give-reason": action("gate-reason", z.strictObject({ ...about, reason: was(text) })),
  "gate.end-reason": action("gate-reason", z.strictObject({ ...about, reason: was(text) })),
} as const;
