import type { AssessmentRow } from "~/platform/assessment.server";
import type { Viewer } from "~/platform/guard.server";
import { compareForPage } from "./compare-in-thread.server";
import { openEditions } from "./open-edition.server";
import type { ListedEdition } from "./queries.server";

/** Which two editions are asked for: the later by its number in the address, the earlier behind it, and drafts of them in the query. */
export interface ComparedAsked {
  n: string | undefined;
  m: string | undefined;
  query: URLSearchParams;
}

/** Two editions that this person may read, and the language to compare them in: one that both have, null where there is none. */
export async function findCompared(user: Viewer, assessment: AssessmentRow, { n, m, query }: ComparedAsked) {
  const { find } = await openEditions(user, assessment);
  const to = find(n, query.get("draft"));
  const from = find(m, query.get("with"));
  const shared = to.languages.filter((language) => from.languages.includes(language));
  return { from, to, shared, language: shared.find((one) => one === (query.get("in") ?? user.language)) ?? shared[0] ?? null };
}

/** What differs between two editions, as a page shows it. */
export async function openComparison(user: Viewer, assessment: AssessmentRow, asked: ComparedAsked) {
  const { from, to, shared, language } = await findCompared(user, assessment, asked);
  const compared = language === null ? null : await compareForPage({ from, to, language });
  return {
    from: placed(from),
    to: placed(to),
    languages: shared,
    language,
    found: compared?.found ?? null,
    pages: compared?.pages ?? {},
    path: `/assessments/${assessment.slug}/editions`,
    query: asked.query.size > 0 ? `?${asked.query}` : "",
  };
}

/** What the page of a comparison shows. */
export type ShownComparison = Awaited<ReturnType<typeof openComparison>>;

const placed = ({ number, draft, purpose, onlyDraft, releasedAt, compiledAt }: ListedEdition) => ({
  ...{ number, draft, purpose, onlyDraft, at: releasedAt ?? compiledAt },
});
