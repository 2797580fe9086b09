import type { BlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { commentPlace } from "~/platform/comments.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { findBlockRow, findSectionRow, peopleOf } from "~/platform/find-section.server";
import { newId } from "~/platform/ids.server";
import { readText } from "~/platform/read-text.server";
import { refuse } from "~/platform/refusal.server";
import { keepSuggestion, suggestionLabel } from "./find-suggestion.server";

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
    const stored = JSON.stringify(document);
    if (stored === block.document) throw refuse("invalid", { field: "text", message: "same-words" });
    const last = await tx.suggestion.aggregate({ where: { sectionId: section.id }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const id = newId(context.at);
    const of = { id, assessmentId, sectionId: section.id, number, blockId, blockVersion: block.version, language: block.language };
    const own = { document: stored, reason, state: "open", settledNote: "", byId: context.by.id, at: context.at, version: 1 };
    await tx.suggestion.create({ data: { ...of, ...own } });
    await keepSuggestion(tx, context, id);
    const words = { before: textOfDoc(documentOf(block.document)), after: textOfDoc(document) };
    const told = { ...(await commentPlace(tx, section, { blockId })), text: words, reason };
    const subject = { type: "suggestion", id, version: 1 } as const;
    return {
      result: { id, number },
      event: { action: "suggestion.make", subject, label: suggestionLabel(section, { number }), change: told },
    };
  });
}
