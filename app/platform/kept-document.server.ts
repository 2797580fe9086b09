import type { Db } from "./db.server";
import { readDocument, type StudyDocument } from "./evidence-graph.server";
import { keepUntilChange } from "./keep-until-change.server";

const kept = keepUntilChange<StudyDocument>(10);

/**
 * The document of an assessment for pages that only read it: kept in memory until the next change, so that many who read at once have it read once.
 * Not for changes, which must see what they have written themselves; nobody may alter what it gives.
 */
export function readKeptDocument(db: Db, assessmentId: string): Promise<StudyDocument> {
  return kept(db, assessmentId, () => readDocument(db, assessmentId));
}
