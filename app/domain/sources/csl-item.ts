import { z } from "zod";

/** A name in CSL-JSON: parts of a person's, or an organisation's as it stands. */
export const CslName = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  suffix: z.string().optional(),
  literal: z.string().optional(),
  "non-dropping-particle": z.string().optional(),
  "dropping-particle": z.string().optional(),
});
/** A name in CSL-JSON. */
export type CslName = z.infer<typeof CslName>;

const part = z.union([z.number(), z.string()]);

/** A date in CSL-JSON: year, month and day as far as known, or words. */
export const CslDate = z.object({
  "date-parts": z.array(z.array(part.nullable())).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
});
/** A date in CSL-JSON. */
export type CslDate = z.infer<typeof CslDate>;

/** The texts of CSL-JSON that we keep. */
export const cslTexts = [
  "title",
  "container-title",
  "collection-title",
  "publisher",
  "publisher-place",
  "volume",
  "issue",
  "page",
  "edition",
  "version",
  "number",
  "genre",
  "event-title",
  "event",
  "DOI",
  "URL",
  "language",
  "abstract",
] as const;
/** A text of CSL-JSON that we keep. */
export type CslText = (typeof cslTexts)[number];

/** CSL-JSON as far as we keep it, as we write it: one work. */
export interface CslItem extends Partial<Record<CslText, string>> {
  id: string;
  type: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: CslDate;
  accessed?: CslDate;
  note?: string;
  /** What CSL has no field for: our kind of publication, and whether the title is our description. */
  custom?: { grondslag: { type: string; title: string } };
}
