import type { ChangeContext } from "~/platform/change.server";
import type { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { openValues } from "./open-values.server";

/** A round with those who rate in it. */
type Sending = Awaited<ReturnType<typeof findChangeableRound>>;

/**
 * Counts the round one version further, and opens it where every rater of it has sent now. The one place where a round opens: by the last
 * rater who sends, and by taking out the last one who had not.
 */
export async function openWhenSent(tx: Tx, context: ChangeContext, round: Sending, hasSent: (rater: Sending["raters"][number]) => boolean) {
  const { id, raters } = round;
  const sent = raters.filter(hasSent).length;
  const opened = sent === raters.length;
  await tx.round.update({ where: { id }, data: { version: round.version + 1, ...(opened && { openedAt: context.at }) } });
  await keepRound(tx, context, id);
  const ids = raters.map(({ userId }) => userId);
  return { sent, raters: raters.length, opened, ...(opened && (await openValues(tx, context, id, ids))) };
}
