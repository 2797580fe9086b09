import { can } from "~/domain/permissions";
import { requireSuggestionState, waitingSuggestionStates } from "~/domain/moves/suggestion";
import type { BlockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { isWritable } from "~/domain/sections/standing";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import type { Viewer } from "~/platform/guard.server";
import { onBehalfOf } from "~/platform/outside-authors.server";
import { linksEverOf } from "~/platform/read-text.server";
import { refuse } from "~/platform/refusal.server";
import { documentAt } from "~/platform/suggestions.server";
import { mergedText } from "./accept-suggestion.server";
import { findSuggestedSection } from "./find-suggested.server";

/** A suggestion as its page shows it: what it changes in the words of the section, who made it and why, and what this person can do with it. */
export async function loadSuggestion(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, n: string | undefined) {
  const { section, people, heading, base, path } = await findSuggestedSection(db, user, assessment, code);
  const number = /^[1-9]\d{0,8}$/u.test(n ?? "") ? Number(n) : 0;
  const row = await db.suggestion.findUnique({ where: { sectionId_number: { sectionId: section.id, number } } });
  const block = row && (await db.block.findUnique({ where: { id: row.blockId }, include: { statement: { select: { code: true } } } }));
  if (!row || !block) throw refuse("not-found");
  const state = requireSuggestionState(row.state);
  const waits = waitingSuggestionStates.includes(state);
  const gone = block.archivedAt !== null;
  const [{ onBehalfOf: outside = null }, users, links, start, merged] = await Promise.all([
    onBehalfOf(db, "suggestion", row.id),
    db.user.findMany({ where: { id: { in: [row.byId, row.settledById ?? ""] } }, select: { id: true, name: true } }),
    linksEverOf(db, assessment.id, block.id),
    documentAt(db, block, row.blockVersion),
    waits && !gone ? mergedText(db, block, row) : null,
  ]);
  const codeOf = (id: string) => links.find(({ linkId }) => linkId === id)?.code ?? "?";
  const nameOf = (id: string | null) => users.find((one) => one.id === id)?.name ?? "";
  const words = (doc: BlockDocument) => textOfDoc(doc, { citation: (id) => ` [${codeOf(id)}]`, footnote: (text) => ` (${text})` });
  const isNewer = waits && !gone && block.version !== row.blockVersion && JSON.stringify(start) !== block.document;
  return {
    heading,
    base,
    path,
    id: row.id,
    version: row.version,
    number: row.number,
    state,
    waits,
    on: { code: block.statement?.code ?? null, id: block.id, gone },
    language: row.language,
    by: nameOf(row.byId),
    /** Whose words she took over from a returned file; null = her own. */
    outside,
    mine: row.byId === user.id,
    at: row.at,
    reason: row.reason,
    settled: row.settledAt && { by: nameOf(row.settledById), at: row.settledAt, note: row.settledNote },
    suggested: { before: words(start), after: words(documentOf(row.document)) },
    /** What accepting would change in the words of now, where these are others than it started from. */
    now: isNewer && merged ? { before: words(documentOf(block.document)), after: words(merged.document) } : null,
    collides: waits && !gone && merged === null,
    /** The codes of what it cites by links that were removed since: accepting leaves these citations out. */
    lost: [...new Set(merged?.lost.map(codeOf))].toSorted(),
    settles: can(user, "suggestion.settle", { ...people, byId: row.byId }),
    writable: isWritable(section.state),
  };
}

/** That page. */
export type SuggestionView = Awaited<ReturnType<typeof loadSuggestion>>;
