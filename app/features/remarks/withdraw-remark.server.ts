import { mayBeWithdrawn } from "~/domain/remarks/remark";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findMovableCommentRound } from "~/platform/comment-rounds.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { RemarkAnswer } from "~/platform/remarks.server";
import { keepRemark } from "./keep-remark.server";

/** A remark of one's own, at the version that it was read at. */
export interface OwnRemark {
  assessmentId: string;
  editionId: string;
  id: string;
  version: number;
}

/** Throws away a draft of one's own; its code is not given again. Refuses one that was sent. */
export async function removeRemark(context: ChangeContext, input: OwnRemark): Promise<{ code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { remark, edition } = await findOwn(tx, context, input, "remark");
    if (remark.sentAt) throw refuse("wrong-state", { state: "sent" });
    const subject = await takeBack(tx, context, input, remark.version);
    return { result: { code: remark.code }, event: { action: "remark.remove", subject, label: remark.code, change: { edition } } };
  });
}

/** Takes back a remark that was sent, with a reason: it stays on record and is not answered. Refuses one whose response was shown. */
export async function withdrawRemark(context: ChangeContext, input: OwnRemark & { reason: string }): Promise<{ code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { remark, edition } = await findOwn(tx, context, input, "withdraw");
    const reason = input.reason.trim();
    if (reason === "") throw refuse("invalid", { field: "reason", problem: "required" });
    if (!mayBeWithdrawn({ ...remark, ...RemarkAnswer.parse(remark) }))
      throw refuse("wrong-state", { state: remark.sentAt ? "shown" : "draft" });
    const subject = await takeBack(tx, context, input, remark.version);
    return {
      result: { code: remark.code },
      event: { action: "remark.withdraw", subject, label: remark.code, change: { edition, reason } },
    };
  });
}

/** A remark that this person made on an edition whose round is open. Of others' remarks, and of drafts that were thrown away, there is none. */
async function findOwn(tx: Tx, context: ChangeContext, { assessmentId, editionId, id }: OwnRemark, move: "remark" | "withdraw") {
  requireMay(context, assessmentId, "remark.write", "edition.list");
  const remark = await tx.remark.findFirst({ where: { id, assessmentId, editionId, byId: context.by.id } });
  if (!remark) throw refuse("not-found");
  const round = await findMovableCommentRound(tx, assessmentId, editionId, move);
  if (remark.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
  return { remark, edition: round.editionNumber };
}

async function takeBack(tx: Tx, context: ChangeContext, { id, version }: OwnRemark, newest: number) {
  const { count } = await tx.remark.updateMany({ where: { id, version }, data: { withdrawnAt: context.at, version: version + 1 } });
  if (count === 0) throw refuse("conflict", { version: newest });
  await keepRemark(tx, context, id);
  return { type: "remark", id, version: version + 1 } as const;
}
