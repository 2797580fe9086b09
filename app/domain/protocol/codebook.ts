import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Id } from "~/domain/protocol/parts";

/** A code with which passages of answers and excerpts are marked: what it means, when to use it and when not. */
export const CodebookCode = z.strictObject({
  id: Id,
  parent: Id.optional(),
  title: LocalText,
  definition: LocalText,
  useWhen: LocalText,
  notWhen: LocalText.optional(),
});
/** A code with which passages are marked. */
export type CodebookCode = z.infer<typeof CodebookCode>;
