import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { readOwnCells, unfilledCells } from "~/platform/own-judgements.server";
import { refuse } from "~/platform/refusal.server";
import { openWhenSent } from "./open-when-sent.server";

/** The rater's own round; `version` is that of her assignment. */
export interface SendRound {
  assessmentId: string;
  roundId: string;
  version: number;
}

/** Sends all judgements of a rater, who can't change them afterwards; with the last rater's the round opens for everyone at once. */
export async function sendRound(context: ChangeContext, input: SendRound): Promise<{ opened: boolean }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version } = input;
    requireMay(context, assessmentId, "round.read", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "send");
    const mine = round.raters.find(({ userId }) => userId === context.by.id);
    if (!mine) throw refuse("forbidden", { permission: "round.rate" });
    if (mine.sentAt) throw refuse("wrong-state", { state: "sent" });
    const unfilled = unfilledCells(round, await readOwnCells(tx, mine.userId, [roundId]));
    if (unfilled.length > 0) throw refuse("wrong-state", { state: "unfilled", missing: unfilled.length });
    const { count } = await tx.roundRater.updateMany({
      where: { id: mine.id, version },
      data: { sentAt: context.at, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: mine.version });
    const told = await openWhenSent(tx, context, round, (rater) => rater.id === mine.id || rater.sentAt !== null);
    const subject = { type: "round", id: roundId, version: round.version + 1 } as const;
    return { result: { opened: told.opened }, event: { action: "round.send", subject, label: String(round.number), change: told } };
  });
}
