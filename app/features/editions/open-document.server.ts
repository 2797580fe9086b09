import type { EditionDocument } from "~/domain/document/model";
import type { AssessmentRow } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import type { Viewer } from "~/platform/guard.server";
import { letReaderKeep } from "~/platform/reader-cache.server";
import { findReadableEdition } from "./open-edition.server";
import { isReleased, type ListedEdition } from "./queries.server";

/** An edition and one of its documents. */
export interface OpenedDocument {
  edition: ListedEdition;
  document: EditionDocument;
}

/** An edition that this person may read, with its document in the language that the address asks for, else in hers; once released, her browser may keep it. */
export async function openDocument(
  user: Viewer,
  assessment: AssessmentRow,
  number: string | undefined,
  request: Request,
): Promise<OpenedDocument> {
  const query = queryOf(request);
  const edition = await findReadableEdition(user, assessment, number, query.get("draft"));
  if (isReleased(edition)) letReaderKeep(request);
  return { edition, document: await readEditionDocument(db, edition, query.get("in") ?? user.language) };
}

/** What the address of a request asks for. */
export function queryOf(request: Request): URLSearchParams {
  return new URL(request.url).searchParams;
}
