import type { EditionDocument } from "~/domain/document/model";
import { positionIfAny, shownPositionIfAny, type ReadingPosition, type ShownPosition } from "~/domain/document/reading-position";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { findPositionIfAny, notePosition, type PositionOf } from "~/platform/reading-position.server";
import { contextOf } from "~/platform/request-context.server";
import type { OpenedDocument } from "./open-document.server";

/** Keeps where a person is in an edition, as her page says it; what the document does not have changes nothing. */
export async function keepPosition(
  user: Viewer,
  { edition, document }: OpenedDocument,
  position: ReadingPosition,
  at: Date,
): Promise<void> {
  const known = positionIfAny(document, position);
  if (known) await notePosition(db, { userId: user.id, editionId: edition.id }, known, at);
}

/** Keeps that a page was opened, for readers without script: with it the page says by itself where she is, and asks for the next one as data. */
export async function keepPage(of: PositionOf, { document }: OpenedDocument, section: string, { request, at }: Asked): Promise<void> {
  const known = contextOf(request).rendersPage ? positionIfAny(document, { section, place: null }) : null;
  if (known) await notePosition(db, of, { section: known.section }, at);
}

/** A request and when it came. */
export interface Asked {
  request: Request;
  at: Date;
}

/** Where a person was in a document when she last read it. */
export async function findGoOnIfAny(of: PositionOf, document: EditionDocument): Promise<ShownPosition | null> {
  const position = await findPositionIfAny(db, of);
  return position && shownPositionIfAny(document, position);
}
