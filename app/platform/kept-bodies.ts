import { z } from "zod";

/** What a version kept of a statement. */
const StatementBody = z.object({
  kind: z.string(),
  code: z.string(),
  number: z.number(),
  question: z.string().nullable(),
  part: z.string().nullable(),
  confidence: z.string().nullable(),
  confidenceReason: z.string(),
  confidenceComponents: z.string(),
  contradictionAnswer: z.string(),
  addressedTo: z.string().default(""),
});
/** What a version kept of a block, with its statement. */
export const BlockBody = z.object({
  id: z.string(),
  sort: z.string(),
  kind: z.string(),
  document: z.string(),
  language: z.string(),
  repeats: z.string().nullable(),
  data: z.string().nullable(),
  archivedAt: z.string().nullable(),
  statement: StatementBody.nullable().default(null),
});
/** What a version kept of a link. */
export const LinkBody = z.object({
  id: z.string(),
  fromBlockId: z.string(),
  toKind: z.string(),
  toId: z.string(),
  kind: z.string(),
  note: z.string(),
  archivedAt: z.string().nullable(),
});
/** What a version kept of the translation of a block; `recordId` is the block. */
export const TranslationBody = z.object({
  recordId: z.string(),
  field: z.string(),
  language: z.string(),
  body: z.string(),
  originalDigest: z.string(),
});
