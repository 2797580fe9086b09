import { differingCells } from "~/domain/judgements/cells";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { listJudgements } from "~/platform/judgements.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/** Closes a round once every difference has an agreed value. */
export async function closeRound(
  context: ChangeContext,
  input: { assessmentId: string; roundId: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "close");
    const open = differingCells(await listJudgements(tx, null, { assessmentId, roundId }));
    if (open.length > 0) throw refuse("wrong-state", { state: "unreconciled", missing: open.length });
    const { count } = await tx.round.updateMany({ where: { id: roundId, version }, data: { closedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: round.version });
    await keepRound(tx, context, roundId);
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "round.close", subject, label: String(round.number), change: {} } };
  });
}
