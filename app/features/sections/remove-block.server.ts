import { textOfDoc } from "~/domain/text/text-of-doc";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite, labelOf } from "~/platform/find-section.server";
import { countChange, keepBlock } from "~/platform/keep-block.server";
import type { SavedBlock } from "./save-block.server";

/** A block to remove from its section; it is archived, and the number of a statement stays used. */
export interface RemoveBlock {
  assessmentId: string;
  id: string;
  version: number;
}

export async function removeBlock(context: ChangeContext, input: RemoveBlock): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const block = await findBlockRow(tx, assessmentId, id);
    const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
    if (block.statement) await requireNothingOn(tx, assessmentId, block.statement.id);
    const { count } = await tx.block.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0)
      throw refuse("conflict", {
        theirs: { version: block.version, byId: block.byId, at: block.at.toISOString(), document: block.document },
      });
    await keepBlock(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const told = { section: section.code, text: textOfDoc(documentOf(block.document)) };
    const event = {
      action: "block.remove",
      subject: { type: "block", id, version: version + 1 },
      label: labelOf(block, section),
      change: told,
    } as const;
    return { result: { version: version + 1, changes }, event: [event, ...started] };
  });
}

/** Refuses to take a statement away under what stands on it; the refusal names the statements and sections. */
async function requireNothingOn(tx: Tx, assessmentId: string, statementId: string): Promise<void> {
  const live = { archivedAt: null, section: { archivedAt: null } };
  const place = { statement: { select: { code: true } }, section: { select: { code: true } } } as const;
  const blocks = await tx.block.findMany({ where: { assessmentId, ...live, repeats: statementId }, select: place });
  const links = await tx.link.findMany({
    where: { assessmentId, archivedAt: null, toKind: "statement", toId: statementId },
    select: { fromBlockId: true },
  });
  const citing = await tx.block.findMany({
    where: { assessmentId, ...live, id: { in: links.map(({ fromBlockId }) => fromBlockId) } },
    select: place,
  });
  const on = [...blocks, ...citing].map(({ statement, section }) => statement?.code ?? section.code);
  if (on.length > 0) throw refuse("invalid", { field: "block", message: "stood-on", codes: [...new Set(on)] });
}
