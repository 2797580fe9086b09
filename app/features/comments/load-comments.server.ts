import { numberSections } from "~/domain/sections/numbering";
import { requireSectionState, reviewedSectionStates } from "~/domain/moves/section";
import { textIn } from "~/domain/local-text";
import { firstWords } from "~/domain/text/first-words";
import type { BlockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listBlockRows, listSectionRows, type BlockRow, type SectionRow } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { readAssigned } from "~/platform/section-standing.server";
import { commentFilter, commentFilters, isShown, type ThreadView } from "./comment-view";
import { codesOf, listThreads } from "./list-threads.server";
import { marksOf } from "./passage-marks";
import { listMentionable } from "./read-mentions.server";

/** A section of an address, as far as comments need it. */
export async function findCommentedSection(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  authorize(user, "comment.read", assessment);
  const sections = await listSectionRows(db, assessment.id);
  const section = sections.find((one) => one.code === code);
  if (!section) throw refuse("not-found");
  const base = `/assessments/${assessment.slug}`;
  return { section, sections, base, path: `${base}/sections/${section.code}` };
}

/** How many points a page shows beside a text; the list of comments shows all. */
const beside = 40;

/** The comments on a section as a page shows them beside its text: the points under the filter, the marks in the text, and what a new one can be on. */
export async function loadComments(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  code: string | undefined,
  { query, at, most = beside }: { query: URLSearchParams; at: Date; most?: number },
) {
  const { section, sections, base, path } = await findCommentedSection(db, user, assessment, code);
  const blocks = await listBlockRows(db, { assessmentId: assessment.id, sectionIds: [section.id] });
  const place = { assessmentId: assessment.id, sectionId: section.id, viewerId: user.id, blocks };
  const [{ threads, places }, people, assigned] = await Promise.all([
    listThreads(db, place),
    listMentionable(db, assessment.id, at.toISOString().slice(0, 10)),
    readAssigned(db, assessment.id, sections),
  ]);
  const filter = commentFilter(query.get("points"));
  const shown = threads.filter((thread) => isShown(thread, filter));
  const reviews = assigned.get(section.id)?.reviewerIds.includes(user.id) ?? false;
  return {
    heading: headingOf(user, assessment, section, sections),
    path,
    base,
    filter,
    on: query.get("on") ?? "",
    threads: shown.slice(0, most),
    more: Math.max(0, shown.length - most),
    open: threads.filter((thread) => isShown(thread, "unresolved") && !thread.draft).map(({ at }) => at),
    counts: commentFilters.map((one) => ({ filter: one, count: threads.filter((thread) => isShown(thread, one)).length })),
    drafts: threads.reduce((sum, thread) => sum + draftsIn(thread), 0),
    marks: marksOf(threads, places),
    targets: targetsOf(blocks, await codesOf(db, blocks), most > beside),
    members: people.filter(({ id, reads }) => reads && id !== user.id).map(({ id, name }) => ({ id, name })),
    keep: reviews && reviewedSectionStates.includes(requireSectionState(section.state)),
  };
}

/** What a page shows of the comments on a section. */
export type CommentsView = Awaited<ReturnType<typeof loadComments>>;

/** How many drafts sending would send: none to a point that was withdrawn. */
const draftsIn = (thread: ThreadView) => (thread.withdrawn ? 0 : [thread, ...thread.answers].filter(({ draft }) => draft).length);

function headingOf(user: Viewer, assessment: AssessmentRow, section: SectionRow, sections: readonly SectionRow[]) {
  const { language, fallback } = readingOf(user.language, assessment);
  const number = numberSections(sections).find((one) => one.section === section)?.number ?? null;
  return { number, code: section.code, heading: textIn(section.heading, section.language ?? language, fallback) };
}

/** The texts that can be commented on, each with the version that the page shows: those that are written in this section. Their words only where asked for. */
function targetsOf(blocks: readonly BlockRow[], codes: ReadonlyMap<string, string>, withWords: boolean) {
  const words = (doc: BlockDocument) => (withWords ? textOfDoc(doc) : "");
  return blocks
    .filter(({ repeats, data }) => repeats === null && data === null)
    .map(({ id, language, document, version, translations }) => ({
      id,
      label: codes.get(id) ?? firstWords(textOfDoc(document), 40),
      texts: [
        { language, version, text: words(document) },
        ...translations.map((one) => ({ language: one.language, version: one.version, text: words(one.body) })),
      ],
    }));
}

/** A text that can be commented on. */
export type CommentTarget = CommentsView["targets"][number];
