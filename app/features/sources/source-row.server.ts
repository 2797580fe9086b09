import type { Author } from "~/domain/sources/author";
import type { Channel } from "~/domain/sources/channels";
import { foldedKey } from "~/domain/sources/duplicates";
import type { ReadingState, SourceType } from "~/domain/sources/source";

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
  abstract?: string;
  /** How it was found; null = not recorded. */
  channel?: Channel | null;
}

/** The columns of a source as filled in. */
export function rowOfSource({ type, title, titleKind, authors, issued, bibliography, language, origin, ...desk }: SourceInput) {
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
    reading: desk.reading,
    appraisal: desk.appraisal,
    abstract: desk.abstract ?? "",
    channel: desk.channel ?? null,
  };
}
