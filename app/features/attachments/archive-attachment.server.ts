import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { aboutOf, attachmentLabel, findChangeableAttachment, keepAttachment } from "./keep-attachment.server";

/** Takes a file out of use: it is no longer listed or given to anyone; its bytes stay, as all that has a history. */
export async function archiveAttachment(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number },
): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const { row, holder } = await findChangeableAttachment(tx, context, assessmentId, id);
    const data = { archivedAt: context.at, version: version + 1 };
    const { count } = await tx.attachment.updateMany({ where: { id, version }, data });
    if (count === 0) throw refuse("conflict", { version: row.version });
    await keepAttachment(tx, context, id);
    const subject = { type: "attachment", id, version: version + 1 } as const;
    const label = attachmentLabel(holder, row.number);
    return { result: null, event: { action: "attachment.archive", subject, label, ...aboutOf(holder), change: {} } };
  });
}
