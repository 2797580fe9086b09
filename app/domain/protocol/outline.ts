import { z } from "zod";
import { LanguageCode, LocalText } from "~/domain/local-text-schema";
import { teamRoles, type TeamRole } from "~/domain/permissions";
import { Code, Id } from "~/domain/protocol/parts";

/** What a section can show straight from the records. */
export const dataBlocks = [
  "colophon",
  "questions",
  "method",
  "actors",
  "countries",
  "ratings",
  "ranking",
  "alignment",
  "options",
  "interventions",
  "interviewees",
  "guide",
  "sources",
  "evidence-register",
  "approvals",
  "deviations",
  "remarks",
  "table",
] as const;
/** What a section can show straight from the records. */
export type DataBlock = (typeof dataBlocks)[number];

/** The data blocks that tell of the document and of who signed it, not of the study: no sign-off binds them. */
const unboundDataBlocks: readonly string[] = ["approvals", "colophon"] satisfies readonly DataBlock[];

/** Says whether a sign-off binds what a data block shows. */
export function isBound(block: string): boolean {
  return !unboundDataBlocks.includes(block);
}

/** A role that a protocol may name for a section. */
export type SectionRole = TeamRole;

/**
 * A node of the document. `of` narrows a data block to ids (frameworks, criteria, options, intervention sets); `table` names the
 * field whose rows are shown. `write` and `review` are inherited from the nearest section upwards that has them.
 */
export const OutlineSection = z.strictObject({
  id: Id,
  code: Code,
  parent: Id.optional(),
  kind: z.enum(["front", "summary", "chapter", "section", "annex", "closing"]),
  title: LocalText,
  language: LanguageCode.optional(),
  translationOf: Id.optional(),
  required: z.boolean(),
  questions: z.array(Id).optional(),
  contextFor: z.array(Id).optional(),
  options: z.array(Id).optional(),
  data: z.enum(dataBlocks).optional(),
  of: z.array(Id).min(1).optional(),
  table: z.strictObject({ question: Id, field: Id }).optional(),
  confidentiality: z.literal("respects-attribution").optional(),
  write: z.enum(teamRoles).optional(),
  review: z.enum(teamRoles).optional(),
  guidance: LocalText.optional(),
  words: z.int().min(1).max(100_000).optional(),
});
/** A node of the document. */
export type OutlineSection = z.infer<typeof OutlineSection>;
