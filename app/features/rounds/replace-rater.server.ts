import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { keepJudgement, keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";
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
    const leaving = round.raters.find(({ userId }) => userId === raterId);
    if (!leaving) throw refuse("not-found");
    if (leaving.sentAt) throw refuse("wrong-state", { state: "sent" });
    if (round.raters.some(({ userId }) => userId === newRaterId)) throw refuse("invalid", { field: "newRater", problem: "twice" });
    const [arriving] = await requireRaters(tx, assessmentId, [newRaterId]);
    const { count } = await tx.round.updateMany({ where: { id: roundId, version }, data: { version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: round.version });
    await tx.roundRater.update({ where: { id: leaving.id }, data: { replacedAt: context.at, version: leaving.version + 1 } });
    await assign(tx, context, { assessmentId, roundId, userId: newRaterId });
    await emptyDrafts(tx, context, roundId, raterId);
    await keepRound(tx, context, roundId);
    const before = await tx.user.findUniqueOrThrow({ where: { id: raterId }, select: { name: true } });
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    const told = { rater: { before: before.name, after: arriving?.name ?? newRaterId } };
    return {
      result: { version: version + 1 },
      event: { action: "round.replace-rater", subject, label: String(round.number), change: told },
    };
  });
}

/** Assigns a rater, also one who was replaced before and comes back. */
async function assign(
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

async function emptyDrafts(tx: Tx, context: ChangeContext, roundId: string, rater: string): Promise<void> {
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
