import type { AuditEvent } from "~/domain/audit";
import { canMoveCommentRound, type CommentRoundMove } from "~/domain/moves/comment-round";
import { EditionState } from "~/domain/moves/edition";
import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";
import { refuse } from "./refusal.server";
import { keepVersion } from "./versions.server";

/** The round of remarks on an edition with the state of that edition; null where none was opened. */
async function findCommentRoundIfAny(db: Db, assessmentId: string, editionId: string) {
  const round = await db.commentRound.findFirst({ where: { assessmentId, editionId } });
  if (!round) return null;
  const edition = await db.edition.findUniqueOrThrow({ where: { id: editionId }, select: { number: true, hash: true, state: true } });
  return { ...round, edition: EditionState.parse(edition.state), editionNumber: edition.number, hash: edition.hash };
}

/** A round of remarks within a change that can make this move; refuses one that is not there, and one that is closed or whose edition was withdrawn. */
export async function findMovableCommentRound(tx: Tx, assessmentId: string, editionId: string, move: CommentRoundMove) {
  const round = await findCommentRoundIfAny(tx, assessmentId, editionId);
  if (!round) throw refuse("not-found");
  if (!canMoveCommentRound(round, move)) throw refuse("wrong-state", { state: "closed" });
  return round;
}

/** Keeps what a round of remarks holds now. */
export async function keepCommentRound(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const round = await tx.commentRound.findUniqueOrThrow({ where: { id } });
  const { assessmentId, editionId, dueOn, note, closedAt, version } = round;
  const body = { editionId, dueOn, note, closedAt: closedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "comment-round", recordId: id, number: version, body, by, at });
}

/** Ends the round of remarks on an edition that is withdrawn, in the change that withdraws it; gives its event, or none where no round is open. */
export async function closeRoundOfWithdrawn(
  tx: Tx,
  context: ChangeContext,
  edition: { id: string; number: number },
): Promise<AuditEvent[]> {
  const round = await tx.commentRound.findUnique({ where: { editionId: edition.id } });
  if (!round || round.closedAt) return [];
  const version = round.version + 1;
  await tx.commentRound.update({ where: { id: round.id }, data: { closedAt: context.at, closedById: context.by.id, version } });
  await keepCommentRound(tx, context, round.id);
  const subject = { type: "comment-round", id: round.id, version } as const;
  return [{ action: "comment-round.close", subject, label: String(edition.number), change: { because: "edition-withdrawn" } }];
}
