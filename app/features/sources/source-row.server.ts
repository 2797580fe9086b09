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

/** A title or DOI without what two people type differently: capitals, and the space around it. */
function foldedKey(text: string): string {
  return text.trim().replace(/\s+/gu, " ").toLocaleLowerCase("und");
}

/** The columns of a source as filled in. */
export function rowOfSource({ type, title, titleKind, authors, issued, bibliography, language, origin, reading, appraisal }: SourceInput) {
  return {
    type,
    title,
    titleKind,
    titleFolded: foldedKey(title),
    doiFolded: bibliography["doi"] ? foldedKey(bibliography["doi"]) : null,
    authors: JSON.stringify(authors),
    issued,
    bibliography: JSON.stringify(bibliography),
    language,
    origin,
    reading,
    appraisal,
  };
}
