import { z } from "zod";
import { blockDocument } from "~/domain/text/document";

const said = z.strictObject({ author: z.string(), at: z.string().nullable(), text: z.string() });

/** What is kept of one thing that a returned file holds, beside where it belongs and whose it is. */
export const ReturnedItemBody = z.strictObject({
  at: z.string().nullable(),
  text: z.string(),
  quote: z.string(),
  span: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  answers: z.array(said),
  resolved: z.boolean(),
  before: z.string(),
  after: z.string(),
  /** What the text would say; of a suggestion alone. */
  document: blockDocument.nullable(),
  /** The language and the version of the text that it is about. */
  language: z.string().nullable(),
  version: z.int().nullable(),
});
/** What is kept of one thing that a returned file holds. */
export type ReturnedItemBody = z.infer<typeof ReturnedItemBody>;
