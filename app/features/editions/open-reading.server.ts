import type { EditionDocument } from "~/domain/document/model";
import { pageCodeIfAny, pagesOfPlaces, readingPageIfAny } from "~/domain/document/reading";
import { briefOf } from "~/domain/document/reading-brief";
import { findablesOf, searchDocument, type Findable } from "~/domain/document/reading-search";
import type { AssessmentRow } from "~/platform/assessment.server";
import { translator } from "~/platform/i18n.server";
import { refuse } from "~/platform/refusal.server";
import type { Viewer } from "~/platform/guard.server";
import { languageNamed } from "./language-name";
import { findGoOnIfAny, keepPage, type Asked } from "./keep-position.server";
import { openDocument, queryOf } from "./open-document.server";
import type { ListedEdition } from "./queries.server";

/** A page of the reading room, with what stands around it; not found for a section that the document does not have. */
export async function openReading(
  user: Viewer,
  assessment: AssessmentRow,
  { number, section }: { number: string | undefined; section: string },
  asked: Asked,
) {
  const { edition, document } = await openDocument(user, assessment, number, asked.request);
  const code = pageCodeIfAny(document, section);
  const page = code === null ? null : readingPageIfAny(document, code);
  if (!page) throw refuse("not-found");
  const of = { userId: user.id, editionId: edition.id };
  await keepPage(of, { edition, document }, page.sections[0]?.code ?? "", asked);
  const showsRegister = page.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === "register"));
  return {
    edition: shownEdition(edition, { user, assessment, query: queryOf(asked.request) }),
    language: document.language,
    page,
    goOn: page.previous === null ? await findGoOnIfAny(of, document) : null,
    register: showsRegister ? document.register : [],
    notice: document.notice,
    lacking: document.lacking,
  };
}

/** The address of the first page of the document. */
export async function findFirstPage(
  user: Viewer,
  assessment: AssessmentRow,
  number: string | undefined,
  request: Request,
): Promise<string> {
  const { edition, document } = await openDocument(user, assessment, number, request);
  const [first] = document.sections;
  if (!first) throw refuse("not-found");
  const { path, query } = shownEdition(edition, { user, assessment, query: queryOf(request) });
  return `${path}/read/${first.code}${query}`;
}

/** What an edition comes down to, for who has no time. */
export async function openBrief(user: Viewer, assessment: AssessmentRow, number: string | undefined, request: Request) {
  const { edition, document } = await openDocument(user, assessment, number, request);
  const query = queryOf(request);
  const brief = briefOf(document);
  const pages = pagesOfPlaces(document);
  const shown = [...brief.answers, ...brief.conclusions, ...brief.recommendations];
  return {
    edition: shownEdition(edition, { user, assessment, query }),
    language: document.language,
    title: document.title,
    notices: [document.classification, document.lacking, document.notice].filter((each) => each !== null),
    brief,
    pageOfPlace: Object.fromEntries(shown.map(({ anchor }) => [anchor, pages.get(anchor) ?? ""])),
  };
}

/** What was found in the frozen document of an edition, and in nothing else. */
export async function openReadingSearch(user: Viewer, assessment: AssessmentRow, number: string | undefined, request: Request) {
  const { edition, document } = await openDocument(user, assessment, number, request);
  const query = queryOf(request);
  const words = (query.get("q") ?? "").trim();
  const { sections, more } = searchDocument(findablesIn(document), words);
  return {
    edition: shownEdition(edition, { user, assessment, query }),
    language: document.language,
    words,
    more,
    sections: sections.map(({ section: { code, number: printed, heading, language }, hits }) => ({
      code,
      number: printed,
      heading,
      language,
      page: pageCodeIfAny(document, code) ?? code,
      hits,
    })),
  };
}

const folded = new WeakMap<EditionDocument, Findable[]>();

/** What can be found in a document, folded at its first search: what is frozen never changes. */
function findablesIn(document: EditionDocument): Findable[] {
  const known = folded.get(document) ?? findablesOf(document);
  folded.set(document, known);
  return known;
}

function shownEdition(
  edition: ListedEdition,
  { user, assessment, query }: { user: Viewer; assessment: AssessmentRow; query: URLSearchParams },
) {
  const say = translator(user.language, "editions");
  const { number, draft, hash, releasedAt, compiledAt, languages, files, onlyDraft } = edition;
  const kept = new URLSearchParams([...query].filter(([name]) => name === "draft" || name === "in"));
  return {
    // In words, so that a page that is only read needs no texts of the pages that editions are made on.
    name: onlyDraft === undefined ? say("edition", { number }) : say("draft", { number, draft }),
    languageNames: Object.fromEntries(languages.map((code) => [code, languageNamed(say, code)])),
    number,
    draft,
    hash,
    releasedAt,
    compiledAt,
    languages,
    files,
    path: `/assessments/${assessment.slug}/editions/${number}`,
    query: kept.size > 0 ? `?${kept}` : "",
    onlyDraft,
  };
}
