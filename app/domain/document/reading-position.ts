import type { EditionDocument } from "~/domain/document/model";
import { homeStatements } from "~/domain/document/provenance";
import { contentsEntryIfAny, pageCodeIfAny, pagesOfStatements, type ContentsEntry } from "~/domain/document/reading";

/** Where a reader was in an edition: the code of a page, and a place on it; null = the top of the page. */
export interface ReadingPosition {
  section: string;
  place: string | null;
}

/** A position with what tells it: the line of the contents, and the code of the statement if she was at one. */
export interface ShownPosition extends ReadingPosition {
  entry: ContentsEntry;
  code: string | null;
}

/**
 * A position as far as a document has it: null on a page that isn't there, and on the first page, where everybody begins; a place that does
 * not stand on the page counts as its top.
 */
export function positionIfAny(document: EditionDocument, { section, place }: ReadingPosition): ReadingPosition | null {
  const [first] = document.sections;
  if (section === first?.code || pageCodeIfAny(document, section) !== section) return null;
  return { section, place: place !== null && placesOn(document, section).has(place) ? place : null };
}

/** What a reader is told who comes back to a position; null where the document has it no longer. */
export function shownPositionIfAny(document: EditionDocument, position: ReadingPosition): ShownPosition | null {
  const known = positionIfAny(document, position);
  const entry = known && contentsEntryIfAny(document, known.section);
  if (!entry) return null;
  const statement = homeStatements(document).find(({ anchor }) => anchor === known.place);
  return { ...known, entry, code: statement?.code ?? null };
}

/** The statements of a page and the headings below its own. */
function placesOn(document: EditionDocument, page: string): Set<string> {
  const statements = [...pagesOfStatements(document)].flatMap(([place, code]) => (code === page ? [place] : []));
  const below = document.sections.flatMap(({ code, anchor }) => (code !== page && pageCodeIfAny(document, code) === page ? [anchor] : []));
  return new Set([...statements, ...below]);
}
