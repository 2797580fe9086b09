import { requireSuggestionState, suggestionMove, type SuggestionMove } from "~/domain/moves/suggestion";
import { requireMay } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import { commentPlace } from "~/platform/comments.server";
import type { Tx } from "~/platform/db.server";
import { findSectionRow } from "~/platform/find-section.server";
import { refuse } from "~/platform/refusal.server";
import { keepSuggestion, suggestionLabel } from "~/platform/suggestions.server";

/** A suggestion as forms name it: its id and the version that the form was read at. */
export interface SuggestionRef {
  assessmentId: string;
  id: string;
  version: number;
}

/** A suggestion with its section and the move to make. Refuses a state that does not have the move (409), and a stale version (409). */
export async function findSuggestion(tx: Tx, context: ChangeContext, { assessmentId, id, version }: SuggestionRef, name: SuggestionMove) {
  requireMay(context, assessmentId, "suggestion.read", "suggestion.read");
  const row = await tx.suggestion.findFirst({ where: { id, assessmentId } });
  if (!row) throw refuse("not-found");
  const section = await findSectionRow(tx, assessmentId, row.sectionId);
  const state = requireSuggestionState(row.state);
  const move = suggestionMove(state, name);
  if (!move) throw refuse("wrong-state", { state });
  if (row.version !== version) throw refuse("conflict", { theirs: { version: row.version, state } });
  return { suggestion: row, section, move };
}

/** Settles a suggestion and keeps what it is now; gives the parts that each of its events has. */
export async function settleSuggestion(
  tx: Tx,
  context: ChangeContext,
  { suggestion, section, move }: Awaited<ReturnType<typeof findSuggestion>>,
  settledNote = "",
) {
  const { id, version } = suggestion;
  const settled = { state: move.to, settledAt: context.at, settledById: context.by.id, settledNote, version: version + 1 };
  const { count } = await tx.suggestion.updateMany({ where: { id, version }, data: settled });
  if (count === 0) throw refuse("conflict");
  await keepSuggestion(tx, context, id);
  return {
    subject: { type: "suggestion", id, version: version + 1 } as const,
    label: suggestionLabel(section, suggestion),
    told: { ...(await commentPlace(tx, section, suggestion)), state: { before: suggestion.state, after: move.to } },
  };
}
