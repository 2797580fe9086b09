import type { AuditEvent } from "~/domain/audit";
import { isLateRemark } from "~/domain/moves/comment-round";
import { requireMay } from "~/platform/acting.server";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { findMovableCommentRound } from "~/platform/comment-rounds.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepRemark } from "./keep-remark.server";

/** The drafts that are sent, each at the version that was read. */
export interface SendRemarks {
  assessmentId: string;
  editionId: string;
  drafts: readonly { id: string; version: number }[];
}

/** Sends drafts of one's own in one act: from then on the team and one's colleagues read them. All of them, or none where one was changed meanwhile. */
export async function sendRemarks(context: ChangeContext, input: SendRemarks): Promise<{ sent: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, editionId, drafts } = input;
    requireMay(context, assessmentId, "remark.write", "edition.list");
    const round = await findMovableCommentRound(tx, assessmentId, editionId, "send");
    if (drafts.length === 0) throw refuse("invalid", { field: "draft", problem: "nothing-to-send" });
    const late = isLateRemark(context.at, round.dueOn);
    const events: AuditEvent[] = [];
    for (const draft of drafts) events.push(await send(tx, context, input, draft, { edition: round.editionNumber, late }));
    return { result: { sent: events.length }, event: asEvents(events) };
  });
}

async function send(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, editionId }: SendRemarks,
  { id, version }: { id: string; version: number },
  { edition, late }: { edition: number; late: boolean },
): Promise<AuditEvent> {
  const own = { id, assessmentId, editionId, byId: context.by.id, withdrawnAt: null };
  const remark = await tx.remark.findFirst({ where: own });
  if (!remark) throw refuse("not-found");
  if (remark.sentAt) throw refuse("wrong-state", { state: "sent" });
  const { count } = await tx.remark.updateMany({ where: { id, version }, data: { sentAt: context.at, version: version + 1 } });
  if (count === 0) throw refuse("conflict", { version: remark.version });
  await keepRemark(tx, context, id);
  const { sectionCode, statementCode, passage, text, code } = remark;
  const told = {
    edition,
    ...(sectionCode !== null && { section: sectionCode }),
    ...(statementCode !== null && { statement: statementCode }),
    ...(passage !== "" && { passage }),
    text,
    ...(late && { late }),
  };
  return { action: "remark.send", subject: { type: "remark", id, version: version + 1 }, label: code, change: told };
}
