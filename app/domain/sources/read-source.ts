import { z } from "zod";
import { Author } from "./author";
import { bibliographicFields } from "./bibliography";
import { sourceTypes, titleKinds } from "./source";

/** A source as it was read from a record of another program. `language` is null where the record names none. */
export const ReadSource = z.strictObject({
  type: z.enum(sourceTypes),
  title: z.string(),
  titleKind: z.enum(titleKinds),
  authors: z.array(Author),
  issued: z.string().nullable(),
  bibliography: z.partialRecord(z.enum(bibliographicFields), z.string()),
  language: z.string().nullable(),
  abstract: z.string(),
});
/** A source as it was read from a record of another program. */
export type ReadSource = z.infer<typeof ReadSource>;

/** What can be amiss in a record or a file of references; the sentence with its remedy stands in the locales. */
export const recordProblemKeys = [
  "no-end",
  "no-tag",
  "unbalanced",
  "abbreviation",
  "not-read",
  "wrong-shape",
  "no-title",
  "no-type",
  "unknown-type",
  "date",
  "doi",
  "url",
  "cut",
  "authors",
] as const;

/** Something amiss in a record: what, at which line of the file, and which field or text it is about. */
export const RecordProblem = z.strictObject({
  key: z.enum(recordProblemKeys),
  line: z.number().int().optional(),
  field: z.string().optional(),
  text: z.string().optional(),
});
/** Something amiss in a record. */
export type RecordProblem = z.infer<typeof RecordProblem>;

/** One record of a file as read: its place and line, the source (null = none could be made of it), and what was amiss. */
export interface ReadRecord {
  place: number;
  line: number;
  source: ReadSource | null;
  problems: RecordProblem[];
}
