import type { LinkKind } from "~/domain/evidence/kinds";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { labelOf } from "~/platform/find-section.server";
import { requireFits } from "~/platform/find-target.server";
import { countChange } from "~/platform/keep-block.server";
import { keepLink } from "~/platform/keep-link.server";
import { findLinkToWrite } from "./find-link.server";
import type { SavedBlock } from "./save-block.server";

/** Another kind or note for a link, from the version that the form was read at. */
export interface ChangeLink {
  assessmentId: string;
  id: string;
  version: number;
  kind: LinkKind;
  note: string;
}

export async function changeLink(context: ChangeContext, input: ChangeLink): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, kind, note } = input;
    const { link, block, section, code } = await findLinkToWrite(tx, context, assessmentId, id);
    if (link.version !== version)
      throw refuse("conflict", {
        theirs: { version: link.version, kind: link.kind, note: link.note, byId: link.byId, at: link.at.toISOString() },
      });
    if (link.kind === kind && link.note === note) return { result: { version, changes: section.changes }, event: "nothing changed" };
    if (link.kind !== kind) await requireFits(tx, block, link.to, kind);
    const { count } = await tx.link.updateMany({
      where: { id, version },
      data: { kind, note, version: version + 1, byId: context.by.id, at: context.at },
    });
    if (count === 0) throw refuse("conflict");
    await keepLink(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const told = {
      section: section.code,
      target: code,
      ...(link.kind !== kind && { kind: { before: link.kind, after: kind } }),
      ...(link.note !== note && { note: { before: link.note, after: note } }),
    };
    const subject = { type: "block", id: block.id, version: block.version } as const;
    return {
      result: { version: version + 1, changes },
      event: [{ action: "link.change", subject, label: labelOf(block, section), change: told }, ...started],
    };
  });
}
