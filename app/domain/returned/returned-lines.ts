import type { EditionDocument } from "~/domain/document/model";
import { alignParagraphs, type Found } from "./align-paragraphs";
import type { ReadParagraph } from "./annotated-file";
import { noteWords, wordsOf } from "./paragraph-words";
import { isParagraphsOnly } from "./rewrite-document";
import { placesSent, type SentPlace } from "./sent-places";
import type { WrittenText } from "./written-text";

/** A paragraph of a returned file, with what it is of the file as it was sent. */
export interface ReturnedParagraph {
  paragraph: ReadParagraph;
  /** What it says, with what was inserted and without what was deleted; and as it was before. */
  before: string;
  after: string;
  /** Null: it was not in the file as it was sent. */
  place: SentPlace | null;
  how: Found["how"] | null;
  /** What the file said there when it was sent. */
  sent: string;
  /** What its notes said then. */
  sentNotes: readonly string[];
  /** The text that a new paragraph was put into. */
  into: Extract<SentPlace, { kind: "line" }> | null;
  /** The code of the section that it stands in; null before the first. */
  section: string | null;
}

/** What a returned file is compared with: the file as it was sent, what the edition froze, and the texts that went into it. */
export interface SentEdition {
  paragraphs: readonly ReadParagraph[];
  document: EditionDocument;
  texts: readonly WrittenText[];
}

/** A returned file paragraph by paragraph, and the lines of the texts as they were sent. */
export interface ReturnedLines {
  returned: ReturnedParagraph[];
  sent: { place: SentPlace; words: string }[];
  /** The language of the document. */
  language: string;
}

/** Finds what each paragraph of a returned file is. A new one between those of a text, that looks like them, was put into that text. */
export function readReturnedLines(sent: SentEdition, returned: readonly ReadParagraph[]): ReturnedLines {
  const places = placesSent(sent.paragraphs, sent.document, sent.texts);
  const found = alignParagraphs(sent.paragraphs, returned);
  const words = sent.paragraphs.map((paragraph) => wordsOf(paragraph).before);
  let section: string | null = null;
  let open = { into: null as ReturnedParagraph["into"], style: "" };
  const lines = returned.map((paragraph, at): ReturnedParagraph => {
    const one = found[at] ?? null;
    const place = one ? (places[one.sent] ?? null) : null;
    section = place?.section ?? section;
    if (place)
      open =
        place.kind === "line" && isParagraphsOnly(place.body.document)
          ? { into: place, style: paragraph.style }
          : { into: null, style: "" };
    const isInto = place === null && open.style === paragraph.style;
    return {
      ...{ paragraph, ...wordsOf(paragraph), place, section },
      how: one?.how ?? null,
      sent: one ? (words[one.sent] ?? "") : "",
      sentNotes: one ? (sent.paragraphs[one.sent]?.notes ?? []).map((note) => noteWords(note).before) : [],
      into: isInto ? open.into : null,
    };
  });
  return { returned: lines, sent: places.map((place, at) => ({ place, words: words[at] ?? "" })), language: sent.document.language };
}
