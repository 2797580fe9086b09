import { z } from "zod";
import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepJudgement, keepRound } from "./keep-judgement.server";

const Ids = z.array(z.string());

/**
 * Lets the judgements of one subject be of another of the same kind, in the rounds with these numbers: what was judged, by whom, why and
 * under which code stays. The caller has seen to it that no round judged both, and that none of the rounds is under way.
 */
export async function moveJudgements(
  tx: Tx,
  context: ChangeContext,
  move: { assessmentId: string; subjectKind: string; fromId: string; toId: string; rounds: readonly number[] },
): Promise<void> {
  const { assessmentId, subjectKind, fromId, toId } = move;
  const rounds = await tx.round.findMany({ where: { assessmentId, subjectKind, number: { in: [...move.rounds] } } });
  for (const { id, subjects, version } of rounds) {
    const moved = Ids.parse(JSON.parse(subjects)).map((subject) => (subject === fromId ? toId : subject));
    await tx.round.update({ where: { id }, data: { subjects: JSON.stringify(moved), version: version + 1 } });
    await keepRound(tx, context, id);
  }
  const among = { in: rounds.map(({ id }) => id) };
  const judgements = await tx.judgement.findMany({
    where: { roundId: among, subjectKind, subjectId: fromId },
    select: { id: true, version: true },
  });
  for (const { id, version } of judgements) {
    await tx.judgement.update({ where: { id }, data: { subjectId: toId, version: version + 1 } });
    await keepJudgement(tx, context, id);
  }
}
