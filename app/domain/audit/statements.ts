import { z } from "zod";
import { action, text, was } from "./action";

const link = { section: text, target: text };

/** Actions on what statements and text stand on, told on their block, and on the tags of evidence. */
export const statementActions = {
  "link.add": action("block", z.strictObject({ ...link, kind: text, note: text })),
  "link.change": action("block", z.strictObject({ ...link, kind: was(text).optional(), note: was(text).optional() })),
  "link.remove": action("block", z.strictObject({ ...link, kind: text })),
  "statement.set-confidence": action(
    "block",
    z.strictObject({
      section: text,
      level: was(text).optional(),
      reason: was(text).optional(),
      components: was(text).optional(),
      contradiction: was(text).optional(),
      addressedTo: was(text).optional(),
    }),
  ),
  "question.tag": action("question-tag", z.strictObject({ question: text })),
  "question.untag": action("question-tag", z.strictObject({ question: text })),
} as const;
