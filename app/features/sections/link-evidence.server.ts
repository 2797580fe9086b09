import type { LinkKind, NodeRef } from "~/domain/evidence/kinds";
import { personOf } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite, labelOf } from "~/platform/find-section.server";
import { findTarget } from "~/platform/find-target.server";
import { countChange } from "~/platform/keep-block.server";
import { keepLink } from "~/platform/keep-link.server";

/** Evidence or a statement to cite under a block: a statement's grounds, or context of running text. */
export interface LinkEvidence {
  assessmentId: string;
  blockId: string;
  to: NodeRef;
  kind: LinkKind;
  note?: string;
}

export async function linkEvidence(context: ChangeContext, input: LinkEvidence): Promise<{ id: string; version: number; changes: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, blockId, to, kind, note = "" } = input;
    const block = await findBlockRow(tx, assessmentId, blockId);
    const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
    const target = await findTarget(tx, personOf(context, assessmentId), block, to, kind, context.at);
    const linked = await tx.link.findFirst({ where: { fromBlockId: blockId, toKind: to.kind, toId: to.id, archivedAt: null } });
    if (linked) throw refuse("invalid", { field: "target", message: "linked-already", code: target.code });
    const id = newId(context.at);
    await tx.link.create({
      data: {
        id,
        assessmentId,
        fromBlockId: blockId,
        toKind: to.kind,
        toId: to.id,
        kind,
        note,
        byId: context.by.id,
        at: context.at,
        version: 1,
      },
    });
    await keepLink(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const subject = { type: "block", id: blockId, version: block.version } as const;
    const event = {
      action: "link.add",
      subject,
      label: labelOf(block, section),
      change: { section: section.code, target: target.code, kind, note },
    } as const;
    return { result: { id, version: 1, changes }, event: [event, ...started] };
  });
}
