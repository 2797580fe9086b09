import type { BlockText } from "~/domain/text/read-block-text";
import { requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { findBlockRow, findSectionRow, peopleOf } from "~/platform/find-section.server";
import { readText } from "~/platform/read-text.server";
import { refuse } from "~/platform/refusal.server";
import { insertSuggestion } from "~/platform/suggestions.server";

/** Another wording of a block, from the version that the form was read at. */
export interface MakeSuggestion {
  assessmentId: string;
  blockId: string;
  version: number;
  text: BlockText;
  reason: string;
}

/** Suggests another wording of a block in its own language; nothing in the section changes until a writer accepts it. A writer writes. */
export async function makeSuggestion(context: ChangeContext, input: MakeSuggestion): Promise<{ id: string; number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, blockId, reason } = input;
    const block = await findBlockRow(tx, assessmentId, blockId);
    const section = await findSectionRow(tx, assessmentId, block.sectionId);
    requireMayWith(context, assessmentId, "suggestion.make", await peopleOf(tx, section), "suggestion.read");
    if (block.repeats !== null || block.data !== null) throw refuse("not-found");
    if (block.version !== input.version) throw refuse("conflict", { theirs: { version: block.version } });
    const document = await readText(tx, input.text, { assessmentId, blockId, statement: block.statement !== null });
    if (JSON.stringify(document) === block.document) throw refuse("invalid", { field: "text", message: "same-words" });
    const start = { ...block, document: documentOf(block.document) };
    const { id, number, event } = await insertSuggestion(tx, context, { assessmentId, section, block: start, document, reason });
    return { result: { id, number }, event };
  });
}
