import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/** A round and why it is abandoned or opened again; `version` is that of the round. */
export interface EndRound {
  assessmentId: string;
  roundId: string;
  version: number;
  reason: string;
}

/** Ends a blind round that never opens: nobody is shown what was given in it, and what it would have judged can be judged in another. */
export function abandonRound(context: ChangeContext, input: EndRound): Promise<{ version: number }> {
  return moveWithReason(context, input, { move: "abandon", action: "round.abandon", closedAt: context.at });
}

/** Opens a closed round again, to correct an agreed value. */
export function reopenRound(context: ChangeContext, input: EndRound): Promise<{ version: number }> {
  return moveWithReason(context, input, { move: "reopen", action: "round.reopen", closedAt: null });
}

interface Ending {
  move: "abandon" | "reopen";
  action: "round.abandon" | "round.reopen";
  closedAt: Date | null;
}

function moveWithReason(context: ChangeContext, input: EndRound, { move, action, closedAt }: Ending) {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version, reason } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, move);
    if (reason.trim() === "") throw refuse("invalid", { field: "reason", problem: "required" });
    const { count } = await tx.round.updateMany({ where: { id: roundId, version }, data: { closedAt, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: round.version });
    await keepRound(tx, context, roundId);
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    const event = { subject, label: String(round.number), change: { reason } };
    return { result: { version: version + 1 }, event: { action, ...event } };
  });
}
