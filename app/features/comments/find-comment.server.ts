import { canComment, commentState, type CommentMove } from "~/domain/moves/comment";
import { rolesWith } from "~/domain/permissions";
import { requireMay } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import { visibleTo } from "~/platform/comments.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";

/** A comment as forms name it: its id and the version that the form was read at. */
export interface CommentRef {
  assessmentId: string;
  id: string;
  version: number;
}

/** A section in which this person may comment. */
export async function findSectionToComment(tx: Tx, context: ChangeContext, assessmentId: string, id: string) {
  requireMay(context, assessmentId, "comment.write", "comment.read");
  const section = await tx.section.findFirst({ where: { id, assessmentId, archivedAt: null }, select: { id: true, code: true } });
  if (!section) throw refuse("not-found");
  return section;
}

/** A comment that this person may see, with its section. Refuses a state in which this can't be done (409), and a stale version (409). */
export async function findComment(tx: Tx, context: ChangeContext, { assessmentId, id, version }: CommentRef, move: CommentMove) {
  requireMay(context, assessmentId, "comment.write", "comment.read");
  const comment = await tx.comment.findFirst({ where: { id, assessmentId, ...visibleTo(context.by.id) } });
  if (!comment) throw refuse("not-found");
  const state = commentState(comment);
  if (!canComment(state, move)) throw refuse("wrong-state", { state });
  if (comment.version !== version) throw refuse("conflict", { theirs: { version: comment.version, text: comment.text } });
  const section = await findSectionToComment(tx, context, assessmentId, comment.sectionId);
  return { comment, section };
}

/** The same of one's own comment: nobody changes or withdraws another's (403). */
export async function findOwnComment(tx: Tx, context: ChangeContext, ref: CommentRef, move: CommentMove) {
  const found = await findComment(tx, context, ref, move);
  if (found.comment.byId !== context.by.id)
    throw refuse("forbidden", { permission: "comment.write", roles: rolesWith("comment.write"), reason: "own-comment" });
  return found;
}
