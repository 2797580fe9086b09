import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";
import { assignRater, emptyDrafts, findLeaving, nameOf } from "./assign-rater.server";
import { requireRaters } from "./open-round.server";

/** A rater who has not sent yet, and who takes her place; `version` is that of the round. */
export interface ReplaceRater {
  assessmentId: string;
  roundId: string;
  version: number;
  raterId: string;
  newRaterId: string;
}

/** Puts another rater in the place of one who has not sent. What she had begun is emptied, so that it never opens; its versions stay. */
export async function replaceRater(context: ChangeContext, input: ReplaceRater): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version, raterId, newRaterId } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "replace-rater");
    const leaving = findLeaving(round, raterId);
    if (round.raters.some(({ userId }) => userId === newRaterId)) throw refuse("invalid", { field: "newRater", problem: "twice" });
    const [arriving] = await requireRaters(tx, assessmentId, [newRaterId]);
    const { count } = await tx.round.updateMany({ where: { id: roundId, version }, data: { version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: round.version });
    await tx.roundRater.update({ where: { id: leaving.id }, data: { replacedAt: context.at, version: leaving.version + 1 } });
    await assignRater(tx, context, { assessmentId, roundId, userId: newRaterId });
    await emptyDrafts(tx, context, roundId, raterId);
    await keepRound(tx, context, roundId);
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    const told = { rater: { before: await nameOf(tx, raterId), after: arriving?.name ?? newRaterId } };
    return {
      result: { version: version + 1 },
      event: { action: "round.replace-rater", subject, label: String(round.number), change: told },
    };
  });
}
