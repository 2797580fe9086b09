import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { labelOf } from "~/platform/find-section.server";
import { countChange } from "~/platform/keep-block.server";
import { keepLink } from "~/platform/keep-link.server";
import { findLinkToWrite } from "./find-link.server";
import type { SavedBlock } from "./save-block.server";

/** A link to take away; it is archived. A citation of it in the text is no longer shown, and goes with the next saving of that text. */
export interface Unlink {
  assessmentId: string;
  id: string;
  version: number;
}

export async function unlink(context: ChangeContext, input: Unlink): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const { link, block, section, code } = await findLinkToWrite(tx, context, assessmentId, id);
    const { count } = await tx.link.updateMany({
      where: { id, version },
      data: { archivedAt: context.at, version: version + 1, byId: context.by.id, at: context.at },
    });
    if (count === 0)
      throw refuse("conflict", {
        theirs: { version: link.version, kind: link.kind, note: link.note, byId: link.byId, at: link.at.toISOString() },
      });
    await keepLink(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const subject = { type: "block", id: block.id, version: block.version } as const;
    const told = { section: section.code, target: code, kind: link.kind };
    return {
      result: { version: version + 1, changes },
      event: [{ action: "link.remove", subject, label: labelOf(block, section), change: told }, ...started],
    };
  });
}
