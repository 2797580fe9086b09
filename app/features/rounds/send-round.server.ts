import { cellKey, cellsOf } from "~/domain/judgements/cells";
import { isComplete, levelFromStored } from "~/domain/judgements/value";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";
import { openValues } from "./open-values.server";

/** The rater's own round; `version` is that of her assignment. */
export interface SendRound {
  assessmentId: string;
  roundId: string;
  version: number;
}

type Sending = Awaited<ReturnType<typeof findChangeableRound>>;

/** Sends all judgements of a rater, who can't change them afterwards; with the last rater's the round opens for everyone at once. */
export async function sendRound(context: ChangeContext, input: SendRound): Promise<{ opened: boolean }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version } = input;
    requireMay(context, assessmentId, "round.read", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "send");
    const mine = round.raters.find(({ userId }) => userId === context.by.id);
    if (!mine) throw refuse("forbidden", { permission: "round.rate" });
    if (mine.sentAt) throw refuse("wrong-state", { state: "sent" });
    await requireFilled(tx, round, mine.userId);
    const { count } = await tx.roundRater.updateMany({
      where: { id: mine.id, version },
      data: { sentAt: context.at, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: mine.version });
    const sent = round.raters.filter(({ id, sentAt }) => id === mine.id || sentAt !== null).length;
    const opened = sent === round.raters.length;
    await tx.round.update({ where: { id: roundId }, data: { version: round.version + 1, ...(opened && { openedAt: context.at }) } });
    await keepRound(tx, context, roundId);
    const found = opened
      ? await openValues(
          tx,
          context,
          roundId,
          round.raters.map(({ userId }) => userId),
        )
      : {};
    const subject = { type: "round", id: roundId, version: round.version + 1 } as const;
    const told = { sent, raters: round.raters.length, opened, ...found };
    return { result: { opened }, event: { action: "round.send", subject, label: String(round.number), change: told } };
  });
}

async function requireFilled(tx: Tx, round: Sending, rater: string): Promise<void> {
  const rows = await tx.judgement.findMany({
    where: { roundId: round.id, rater },
    select: { subjectId: true, criterion: true, level: true, without: true, justification: true },
  });
  const filled = new Set(rows.filter((row) => isComplete({ ...row, level: levelFromStored(row.level) })).map(cellKey));
  const missing = cellsOf(round).filter((cell) => !filled.has(cellKey(cell)));
  if (missing.length > 0) throw refuse("wrong-state", { state: "unfilled", missing: missing.length });
}
