import { z } from "zod";
import { action, text, was } from "./action";

const inSection = { section: text };

/** Actions on reviewers who step back from a section. Why they do, only they and the lead read: it stands in no event. */
export const stepBackActions = {
  "step-back.declare": action("step-back", z.strictObject({ ...inSection, reviewer: text, ended: z.number().int() })),
  "step-back.replace": action(
    "step-back",
    z.strictObject({ ...inSection, reviewer: text, replacedBy: text, reviewers: was(z.array(text)) }),
  ),
  "step-back.end": action("step-back", z.strictObject({ ...inSection, reviewer: text })),
} as const;
