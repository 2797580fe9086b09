import type { BlockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Db, Tx } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { findBlockIfAny, findSectionToWrite, labelOf, peopleOf, type FoundBlock } from "~/platform/find-section.server";
import { countChange, keepBlock } from "~/platform/keep-block.server";
import { documentAt } from "~/platform/suggestions.server";
import { refuse } from "~/platform/refusal.server";
import { checkBlockDocument, checkStatementDocument } from "~/platform/text-schema.server";
import { findSuggestion, settleSuggestion, type SuggestionRef } from "./find-suggestion.server";
import { acceptedText, type AcceptedText } from "./merge-suggestion";

/** Takes the words of a suggestion over into the section, merged with what was written since it was made. Refuses words that both changed, and a text that was removed (422). */
export async function acceptSuggestion(context: ChangeContext, ref: SuggestionRef): Promise<{ blockId: string }> {
  return change({ ...context, chain: ref.assessmentId }, async (tx) => {
    const found = await findSuggestion(tx, context, ref, "accept");
    const { suggestion } = found;
    const section = await findSectionToWrite(tx, context, ref.assessmentId, suggestion.sectionId);
    const people = { ...(await peopleOf(tx, section)), byId: suggestion.byId };
    requireMayWith(context, ref.assessmentId, "suggestion.settle", people, "suggestion.read");
    const block = await findBlockIfAny(tx, ref.assessmentId, suggestion.blockId);
    if (!block) throw refuse("invalid", { field: "version", problem: "suggestion-text-gone" });
    const before = documentOf(block.document);
    const merged = await mergedText(tx, block, suggestion);
    if (!merged) throw refuse("invalid", { field: "version", problem: "suggestion-collides" });
    const { document: after } = merged;
    const { subject, label, told } = await settleSuggestion(tx, context, found);
    const words = { before: textOfDoc(before), after: textOfDoc(after) };
    const accepted = { action: "suggestion.accept", subject, label, change: { ...told, text: words } } as const;
    const result = { blockId: block.id };
    if (JSON.stringify(after) === block.document) return { result, event: accepted };
    const version = await writeBlock(tx, context, block, after);
    const { started } = await countChange(tx, context, section);
    const saved = {
      action: "block.save",
      subject: { type: "block", id: block.id, version },
      label: labelOf(block, section),
      change: { section: section.code, text: words },
    } as const;
    return { result, event: [accepted, saved, ...started] };
  });
}

/** What a block says once a suggestion is accepted; null where both changed the same words since it was made. */
export async function mergedText(
  db: Db,
  block: Pick<FoundBlock, "id" | "document" | "version"> & { statement: unknown },
  suggestion: { document: string; blockVersion: number },
): Promise<AcceptedText | null> {
  const [base, links] = await Promise.all([
    documentAt(db, block, suggestion.blockVersion),
    db.link.findMany({ where: { fromBlockId: block.id, archivedAt: null }, select: { id: true } }),
  ]);
  const ids = links.map(({ id }) => id);
  const merged = acceptedText(base, documentOf(block.document), documentOf(suggestion.document), ids);
  if (!merged) return null;
  const { document, lost } = merged;
  return { document: block.statement ? checkStatementDocument(document) : checkBlockDocument(document), lost };
}

async function writeBlock(tx: Tx, context: ChangeContext, { id, version }: FoundBlock, document: BlockDocument): Promise<number> {
  const { count } = await tx.block.updateMany({
    where: { id, version },
    data: { document: JSON.stringify(document), version: version + 1, byId: context.by.id, at: context.at },
  });
  if (count === 0) throw refuse("conflict");
  await keepBlock(tx, context, id);
  return version + 1;
}
