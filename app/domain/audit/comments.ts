import { z } from "zod";
import { action, reason, text, was } from "./action";

/** Where a comment or a suggestion stands: its section, and the code of its statement where it is of one. */
const place = { section: text, statement: text.optional() };

/** The name of somebody outside whose words they are, where somebody of the team took them over. */
const outside = { onBehalfOf: text.optional() };

/**
 * Actions on comments and suggestions. The whole team reads the trail, so a comment that is still its writer's own draft says nothing of itself
 * but its section: neither its words nor whom it mentions, nor what it is on. They are told when she sends it.
 */
export const commentActions = {
  "comment.draft": action("comment", z.strictObject({ section: text })),
  "comment.remove": action("comment", z.strictObject({ section: text })),
  "comment.add": action(
    "comment",
    z.strictObject({ ...place, ...outside, passage: text.optional(), text, mentions: z.array(text).optional() }),
  ),
  "comment.answer": action("comment", z.strictObject({ ...place, ...outside, point: text, text, mentions: z.array(text).optional() })),
  "comment.change": action("comment", z.strictObject({ ...place, text: was(text) })),
  "comment.withdraw": action("comment", z.strictObject({ ...place, text })),
  "comment.resolve": action("comment", z.strictObject({ ...place })),
  "comment.reopen": action("comment", z.strictObject({ ...place })),

  "suggestion.make": action("suggestion", z.strictObject({ ...place, ...outside, text: was(text), reason: text })),
  "suggestion.accept": action("suggestion", z.strictObject({ ...place, state: was(text), text: was(text) })),
  "suggestion.reject": action("suggestion", z.strictObject({ ...place, state: was(text), reason })),
  "suggestion.withdraw": action("suggestion", z.strictObject({ ...place, state: was(text) })),
} as const;
