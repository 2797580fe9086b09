import type { ChangeContext } from "~/platform/change.server";
import type { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { keepJudgement } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/** The rater who is to leave a round: not found when she does not rate in it, refused once she has sent. */
export function findLeaving({ raters }: Awaited<ReturnType<typeof findChangeableRound>>, raterId: string) {
  const leaving = raters.find(({ userId }) => userId === raterId);
  if (!leaving) throw refuse("not-found");
  if (leaving.sentAt) throw refuse("wrong-state", { state: "sent" });
  return leaving;
}

/** Assigns a rater, also one who had left and comes back. */
export async function assignRater(
  tx: Tx,
  { at }: ChangeContext,
  { assessmentId, roundId, userId }: { assessmentId: string; roundId: string; userId: string },
): Promise<void> {
  const create = { id: newId(at), assessmentId, roundId, userId, version: 1 };
  await tx.roundRater.upsert({
    where: { roundId_userId: { roundId, userId } },
    create,
    update: { replacedAt: null, sentAt: null, version: { increment: 1 } },
  });
}

/** Empties what a rater who leaves had begun, so that it never opens; its versions stay, and nobody is shown them. */
export async function emptyDrafts(tx: Tx, context: ChangeContext, roundId: string, rater: string): Promise<void> {
  const drafts = await tx.judgement.findMany({ where: { roundId, rater }, select: { id: true, version: true } });
  await tx.ground.deleteMany({ where: { holderKind: "judgement", holderId: { in: drafts.map(({ id }) => id) } } });
  await tx.translation.deleteMany({ where: { kind: "judgement", recordId: { in: drafts.map(({ id }) => id) } } });
  for (const { id, version } of drafts) {
    await tx.judgement.update({
      where: { id },
      data: { level: null, without: null, justification: "", ownExpertise: false, version: version + 1 },
    });
    await keepJudgement(tx, context, id);
  }
}

/** What a person is called, for the trail. */
export async function nameOf(tx: Tx, id: string): Promise<string> {
  return (await tx.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}
