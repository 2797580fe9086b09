import { compareDocuments, type DocumentComparison } from "~/domain/document/compare-documents";
import type { EditionDocument } from "~/domain/document/model";
import type { AssessmentRow } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import type { Viewer } from "~/platform/guard.server";
import { findReadableEdition } from "./open-edition.server";
import type { ListedEdition } from "./queries.server";

/** Which two editions are asked for: the later by its number in the address, the earlier behind it, and drafts of them in the query. */
export interface ComparedAsked {
  n: string | undefined;
  m: string | undefined;
  query: URLSearchParams;
}

/** Two editions that this person may read, in a language that both have; null for the documents where there is none. */
export async function openCompared(user: Viewer, assessment: AssessmentRow, { n, m, query }: ComparedAsked) {
  const to = await findReadableEdition(user, assessment, n, query.get("draft"));
  const from = await findReadableEdition(user, assessment, m, query.get("with"));
  const shared = to.languages.filter((language) => from.languages.includes(language));
  const language = shared.find((one) => one === (query.get("in") ?? user.language)) ?? shared[0];
  const read = (edition: ListedEdition) => (language === undefined ? null : readEditionDocument(db, edition, language));
  const documents = await Promise.all([read(from), read(to)]);
  return { from, to, shared, documents };
}

/** So many rows of one table and texts of one section are shown; the file has them all. */
const shownAtMost = 40;

/** What differs between two editions, as a page shows it. */
export async function openComparison(user: Viewer, assessment: AssessmentRow, asked: ComparedAsked) {
  const { from, to, shared, documents } = await openCompared(user, assessment, asked);
  const [before, after] = documents;
  return {
    from: placed(from),
    to: placed(to),
    languages: shared,
    language: after?.language ?? null,
    found: before && after ? shortened(compareDocuments(before, after)) : null,
    pages: after ? pagesOf(after) : {},
    path: `/assessments/${assessment.slug}/editions`,
    query: asked.query.size > 0 ? `?${asked.query}` : "",
  };
}

/** What the page of a comparison shows. */
export type ShownComparison = Awaited<ReturnType<typeof openComparison>>;

const placed = ({ number, draft, purpose, onlyDraft, releasedAt, compiledAt }: ListedEdition) => ({
  ...{ number, draft, purpose, onlyDraft, at: releasedAt ?? compiledAt },
});

function shortened({ statements, sections, tables }: DocumentComparison) {
  return {
    statements,
    sections: sections.map((section) => ({ ...section, texts: section.texts.slice(0, shownAtMost), more: rest(section.texts) })),
    tables: tables.map((table) => ({ ...table, rows: table.rows.slice(0, shownAtMost), more: rest(table.rows) })),
  };
}

const rest = (list: readonly unknown[]) => Math.max(0, list.length - shownAtMost);

/** The section in which each place of a document stands, for links to the reading room. */
function pagesOf({ sections }: EditionDocument): Record<string, string> {
  const places = sections.flatMap(({ code, anchor, blocks }) => {
    const anchors = [anchor, ...blocks.flatMap((block) => ("anchor" in block && block.anchor !== undefined ? [block.anchor] : []))];
    return anchors.map((place): [string, string] => [place, code]);
  });
  return Object.fromEntries(places);
}
