import { z } from "zod";
import { action, reason, text, was } from "./action";

const inSection = { section: text };
/** The names of the others whose words a save took in. */
const mergedWith = { mergedWith: z.array(text).optional() };

/** Actions on sections: who writes and reviews, when it is due, and the moves of review and sign-off. */
export const sectionActions = {
  "section.assign": action("section", z.strictObject({ writers: was(z.array(text)).optional(), reviewers: was(z.array(text)).optional() })),
  "section.set-due": action("section", z.strictObject({ dueOn: was(text) })),
  "section.start": action("section", z.strictObject({ state: was(text) })),
  "section.send-to-review": action(
    "section",
    z.strictObject({
      state: was(text),
      withoutGround: z.array(text),
      round: z.number().int(),
      dueOn: text.nullable(),
      note: text,
    }),
  ),
  "section.restore": action(
    "section",
    z.strictObject({ sectionVersion: was(z.number().int()), restored: z.number().int(), leftOut: z.array(text).optional() }),
  ),
  "section.recall": action("section", z.strictObject({ state: was(text) })),
  "section.ask-changes": action("section", z.strictObject({ state: was(text), reason })),
  "section.sign-off": action(
    "section",
    z.strictObject({
      state: was(text),
      meaning: text,
      remarks: text,
      languages: z.array(text),
      sectionVersion: z.number().int(),
      ordinal: z.number().int(),
      content: text,
      evidence: text,
    }),
  ),
  "section.reopen": action("section", z.strictObject({ state: was(text), reason, ended: z.number().int() })),

  "block.add": action("block", z.strictObject({ ...inSection, kind: text, text })),
  "block.save": action("block", z.strictObject({ ...inSection, ...mergedWith, text: was(text) })),
  "block.translate": action("block", z.strictObject({ ...inSection, language: text, ...mergedWith, text: was(text) })),
  "block.move": action("block", z.strictObject({ ...inSection, sort: was(text) })),
  "block.remove": action("block", z.strictObject({ ...inSection, text })),
} as const;
