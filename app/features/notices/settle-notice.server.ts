import { requireNoticeKind } from "~/domain/notices";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { keepNotice } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";

/** What was done about a released edition that shows more than is agreed now, or why it is left as it is. */
export interface SettleNotice {
  assessmentId: string;
  id: string;
  version: number;
  note: string;
}

export async function settleNotice(context: ChangeContext, input: SettleNotice): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "notice.settle", "notice.read");
    const before = await tx.notice.findFirst({ where: { id, assessmentId } });
    if (!before) throw refuse("not-found");
    if (before.version !== version) throw refuse("conflict", { version: before.version });
    if (before.settledAt) throw refuse("wrong-state", { state: "settled" });
    const note = input.note.trim();
    if (note === "") throw refuse("invalid", { field: "note", problem: "required" });
    const edition = await tx.edition.findUniqueOrThrow({ where: { id: before.subjectId }, select: { number: true } });
    const data = { settledAt: context.at, settledById: context.by.id, settledNote: note, version: version + 1 };
    await tx.notice.update({ where: { id }, data });
    await keepNotice(tx, context, id);
    const subject = { type: "notice", id, version: version + 1 } as const;
    const told = { kind: requireNoticeKind(before.kind), reason: note };
    return { result: { version: version + 1 }, event: { action: "notice.settle", subject, label: String(edition.number), change: told } };
  });
}
