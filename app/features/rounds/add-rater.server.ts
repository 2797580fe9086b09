import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";
import { assignRater } from "./assign-rater.server";
import { requireRaters } from "./open-round.server";

/** One more rater in a round that is still blind; `version` is that of the round. */
export interface AddRater {
  assessmentId: string;
  roundId: string;
  version: number;
  raterId: string;
}

/** Adds a rater, for whom the round waits as for the others. */
export async function addRater(context: ChangeContext, input: AddRater): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version, raterId } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "add-rater");
    if (round.raters.some(({ userId }) => userId === raterId)) throw refuse("invalid", { field: "raters", problem: "twice" });
    const [arriving] = await requireRaters(tx, assessmentId, [raterId]);
    const { count } = await tx.round.updateMany({ where: { id: roundId, version }, data: { version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: round.version });
    await assignRater(tx, context, { assessmentId, roundId, userId: raterId });
    await keepRound(tx, context, roundId);
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    const told = { rater: arriving?.name ?? raterId };
    return { result: { version: version + 1 }, event: { action: "round.add-rater", subject, label: String(round.number), change: told } };
  });
}
