import type { EditionDocument } from "~/domain/document/model";
import type { AssessmentRow } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import type { Viewer } from "~/platform/guard.server";
import { findReadableEdition } from "./open-edition.server";
import type { ListedEdition } from "./queries.server";

/** An edition and one of its documents. */
export interface OpenedDocument {
  edition: ListedEdition;
  document: EditionDocument;
}

/** An edition that this person may read, with its document in the language that the address asks for, else in hers. */
export async function openDocument(
  user: Viewer,
  assessment: AssessmentRow,
  number: string | undefined,
  query: URLSearchParams,
): Promise<OpenedDocument> {
  const edition = await findReadableEdition(user, assessment, number, query.get("draft"));
  return { edition, document: await readEditionDocument(db, edition, query.get("in") ?? user.language) };
}
