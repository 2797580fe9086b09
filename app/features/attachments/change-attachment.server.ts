import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { aboutOf, attachmentLabel, findChangeableAttachment, keepAttachment } from "./keep-attachment.server";

/** Changes the note on a file; the file itself never changes. */
export async function changeAttachment(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number; note: string },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, note } = input;
    const { row, holder } = await findChangeableAttachment(tx, context, assessmentId, id);
    if (row.note === note && row.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.attachment.updateMany({ where: { id, version }, data: { note, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: row.version });
    await keepAttachment(tx, context, id);
    const isOpen = holder.kind === "source";
    const told = isOpen ? { note: { before: row.note, after: note } } : { changed: ["note" as const] };
    const subject = { type: "attachment", id, version: version + 1 } as const;
    const label = attachmentLabel(holder, row.number);
    return {
      result: { version: version + 1 },
      event: { action: "attachment.change", subject, label, ...aboutOf(holder), change: told },
    };
  });
}
