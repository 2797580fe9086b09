import { z } from "zod";
import { Author } from "~/domain/sources/author";
import type { Citable } from "~/domain/sources/cite";
import { sourceTypes, titleKinds } from "~/domain/sources/source";

const Stored = z.object({
  type: z.enum(sourceTypes),
  title: z.string(),
  titleKind: z.enum(titleKinds),
  issued: z.string().nullable(),
  language: z.string(),
});
const Authors = z.array(Author);
const Bibliography = z.record(z.string(), z.string());

/** The row of a source as a reference needs it. */
export function citableOf(row: StoredRow): Citable {
  const authors = Authors.parse(JSON.parse(row.authors));
  return { ...Stored.parse(row), authors, bibliography: Bibliography.parse(JSON.parse(row.bibliography)) };
}

interface StoredRow {
  type: string;
  title: string;
  titleKind: string;
  issued: string | null;
  language: string;
  authors: string;
  bibliography: string;
}
