import type { AuditEvent } from "~/domain/audit";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findMovableCommentRound, keepCommentRound } from "~/platform/comment-rounds.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { requireDay } from "./open-comment-round.server";

/** The round of remarks on an edition, at the version that it was read at. */
export interface NamedCommentRound {
  assessmentId: string;
  editionId: string;
  version: number;
}

/** Ends a round of remarks: nothing more is written or sent in it, and what was sent stays. */
export async function closeCommentRound(context: ChangeContext, input: NamedCommentRound): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const round = await findToMove(tx, context, input, "close");
    const version = await write(tx, context, round, input, { closedAt: context.at, closedById: context.by.id });
    const subject = { type: "comment-round", id: round.id, version } as const;
    const event: AuditEvent = { action: "comment-round.close", subject, label: String(round.editionNumber), change: {} };
    return { result: { version }, event };
  });
}

/** Opens a closed round of remarks again, with a reason and the day by which remarks are asked for now. */
export async function reopenCommentRound(
  context: ChangeContext,
  input: NamedCommentRound & { dueOn: string; reason: string },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const round = await findToMove(tx, context, input, "reopen");
    const { dueOn } = input;
    const reason = input.reason.trim();
    if (reason === "") throw refuse("invalid", { field: "reason", problem: "required" });
    requireDay(context, dueOn);
    const version = await write(tx, context, round, input, { closedAt: null, closedById: null, dueOn });
    const due = round.dueOn === dueOn ? {} : { dueOn: { before: round.dueOn, after: dueOn } };
    const subject = { type: "comment-round", id: round.id, version } as const;
    const event: AuditEvent = { action: "comment-round.reopen", subject, label: String(round.editionNumber), change: { ...due, reason } };
    return { result: { version }, event };
  });
}

function findToMove(tx: Tx, context: ChangeContext, { assessmentId, editionId }: NamedCommentRound, move: "close" | "reopen") {
  requireMay(context, assessmentId, "comment-round.manage", "edition.list");
  return findMovableCommentRound(tx, assessmentId, editionId, move);
}

async function write(
  tx: Tx,
  context: ChangeContext,
  round: { id: string; version: number },
  { version }: NamedCommentRound,
  data: { closedAt: Date | null; closedById: string | null; dueOn?: string },
): Promise<number> {
  const { count } = await tx.commentRound.updateMany({ where: { id: round.id, version }, data: { ...data, version: version + 1 } });
  if (count === 0) throw refuse("conflict", { version: round.version });
  await keepCommentRound(tx, context, round.id);
  return version + 1;
}
