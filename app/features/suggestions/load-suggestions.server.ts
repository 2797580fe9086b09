import { requireSuggestionState, waitingSuggestionStates } from "~/domain/moves/suggestion";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { listOutsideAuthors } from "~/platform/outside-authors.server";
import { findSuggestedSection } from "./find-suggested.server";

/** The suggestions of a section as its pages list them: those that wait first, then those settled, newest first. */
export async function loadSuggestions(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const { section, path, makes, writes } = await findSuggestedSection(db, user, assessment, code);
  const rows = await db.suggestion.findMany({
    where: { sectionId: section.id },
    select: { id: true, number: true, blockId: true, state: true, reason: true, byId: true, at: true },
    orderBy: { number: "desc" },
  });
  const [outside, names, statements] = await Promise.all([
    listOutsideAuthors(db, "suggestion", rows),
    namesOfUsers(
      db,
      rows.map(({ byId }) => byId),
    ),
    db.statement.findMany({ where: { blockId: { in: rows.map(({ blockId }) => blockId) } }, select: { blockId: true, code: true } }),
  ]);
  const list = rows.map((row) => ({
    number: row.number,
    state: requireSuggestionState(row.state),
    waits: waitingSuggestionStates.includes(requireSuggestionState(row.state)),
    on: statements.find(({ blockId }) => blockId === row.blockId)?.code ?? null,
    by: names.get(row.byId) ?? "",
    outside: outside.get(row.id) ?? null,
    at: row.at,
    reason: row.reason,
  }));
  return {
    path,
    suggest: makes ? `${path}/suggest` : null,
    writes,
    waiting: list.filter(({ waits }) => waits),
    settled: list.filter(({ waits }) => !waits),
  };
}

/** The suggestions of a section as a page lists them. */
export type SuggestionsView = Awaited<ReturnType<typeof loadSuggestions>>;
