import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { refuse } from "~/platform/refusal.server";
import { emptyDrafts, findLeaving, nameOf } from "./assign-rater.server";
import { openWhenSent } from "./open-when-sent.server";

/** A rater who has not sent and leaves a round without another in her place, and why; `version` is that of the round. */
export interface RemoveRater {
  assessmentId: string;
  roundId: string;
  version: number;
  raterId: string;
  reason: string;
}

/**
 * Takes a rater out of a round. What she had begun is emptied, so that it never opens; its versions stay. Where all that remain have sent the
 * round opens by this same act; one that is left with one rater is a round of one rater. The last one can't be taken out.
 */
export async function removeRater(context: ChangeContext, input: RemoveRater): Promise<{ opened: boolean }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version, raterId, reason } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "remove-rater");
    const leaving = findLeaving(round, raterId);
    if (round.version !== version) throw refuse("conflict", { version: round.version });
    if (reason.trim() === "") throw refuse("invalid", { field: "reason", problem: "required" });
    const remaining = round.raters.filter(({ id }) => id !== leaving.id);
    if (remaining.length === 0) throw refuse("invalid", { field: "rater", problem: "last-rater" });
    await tx.roundRater.update({ where: { id: leaving.id }, data: { replacedAt: context.at, version: leaving.version + 1 } });
    await emptyDrafts(tx, context, roundId, raterId);
    const sending = await openWhenSent(tx, context, { ...round, raters: remaining }, ({ sentAt }) => sentAt !== null);
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    const told = { rater: await nameOf(tx, raterId), reason, ...sending };
    return {
      result: { opened: sending.opened },
      event: { action: "round.remove-rater", subject, label: String(round.number), change: told },
    };
  });
}
