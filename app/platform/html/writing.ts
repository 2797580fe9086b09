import { inlineOfSections } from "~/domain/document/inline-of-document";
import type { EditionDocument, Inline } from "~/domain/document/model";
import { element, type Attributes, type Markup } from "./markup";

/** What writing one file has at hand. */
export interface Writing {
  document: EditionDocument;
  /** SHA-256 over the frozen documents, as hex: proves which edition a file is. */
  hash: string;
  /** The notes of the document in reading order, with the number of each. */
  notes: ReadonlyMap<Inline, number>;
  /** The level of the last heading, so that none is skipped. */
  headings: { last: number };
}

/** Prepares a document for writing. */
export function startWriting(document: EditionDocument, hash: string): Writing {
  const notes = inlineOfSections(document.sections).filter((each) => each.kind === "footnote");
  return { document, hash, notes: new Map(notes.map((note, at) => [note, at + 1])), headings: { last: 1 } };
}

/** What an element says of the language of its words: nothing where it is that of what stands around it. */
export function langOf(language: string, around: string): Attributes {
  return language === around ? {} : { lang: language };
}

/** A heading at a level of the outline, below the title of the document; no level is skipped on the way down. */
export function heading(
  { headings }: Writing,
  level: number,
  attributes: Attributes,
  ...children: Parameters<typeof element>[2][]
): Markup {
  const shown = Math.min(level + 1, headings.last + 1, 6);
  headings.last = shown;
  return element(`h${shown}`, attributes, ...children);
}
