import type { Author, ReadingState, SourceType } from "~/domain/sources/source";

/** A source as filled in; `bibliography` holds the fields that are not empty. */
export interface SourceInput {
  type: SourceType;
  title: string;
  titleKind: "given" | "described";
  authors: readonly Author[];
  issued: string | null;
  bibliography: Readonly<Record<string, string>>;
  language: string;
  origin: string | null;
  reading: ReadingState;
  appraisal: string;
}

/** The columns of a source as filled in. */
export function rowOfSource({ type, title, titleKind, authors, issued, bibliography, language, origin, reading, appraisal }: SourceInput) {
  return {
    type,
    title,
    titleKind,
    authors: JSON.stringify(authors),
    issued,
    bibliography: JSON.stringify(bibliography),
    language,
    origin,
    reading,
    appraisal,
  };
}
