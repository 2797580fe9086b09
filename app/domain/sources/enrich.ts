import type { Author } from "./author";
import { bibliographicFields } from "./bibliography";
import type { ReadSource } from "./read-source";

/** What can be filled in of a source where it is empty. */
export interface Enrichable {
  authors: readonly Author[];
  issued: string | null;
  abstract: string;
  bibliography: Readonly<Record<string, string>>;
}

/** A source with what it lacked filled in from another record of the same work. What is there is never replaced. */
export function enriched<Source extends Enrichable>(source: Source, from: ReadSource): Source {
  const missing = bibliographicFields.flatMap((field) => {
    const given = from.bibliography[field];
    return given && !source.bibliography[field] ? [[field, given] as const] : [];
  });
  return {
    ...source,
    authors: source.authors.length > 0 ? source.authors : from.authors,
    issued: source.issued ?? from.issued,
    abstract: source.abstract === "" ? from.abstract : source.abstract,
    bibliography: { ...source.bibliography, ...Object.fromEntries(missing) },
  };
}
