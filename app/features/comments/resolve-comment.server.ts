import { change, type ChangeContext } from "~/platform/change.server";
import { commentLabel, commentPlace, keepComment } from "~/platform/comments.server";
import { refuse } from "~/platform/refusal.server";
import { findComment, type CommentRef } from "./find-comment.server";

/** Marks a point as dealt with, or opens it again. It is an act on the comment that opened the thread. */
export async function resolveComment(context: ChangeContext, ref: CommentRef, act: "resolve" | "reopen"): Promise<{ version: number }> {
  return change({ ...context, chain: ref.assessmentId }, async (tx) => {
    const { id, version } = ref;
    const { comment, section } = await findComment(tx, context, ref, act);
    if (comment.threadId !== null) throw refuse("not-found");
    const resolved = act === "resolve" ? { resolvedAt: context.at, resolvedById: context.by.id } : { resolvedAt: null, resolvedById: null };
    const { count } = await tx.comment.updateMany({ where: { id, version }, data: { ...resolved, version: version + 1 } });
    if (count === 0) throw refuse("conflict");
    await keepComment(tx, context, id);
    const subject = { type: "comment", id, version: version + 1 } as const;
    const event = { subject, label: commentLabel(section, comment), change: await commentPlace(tx, section, comment) };
    return {
      result: { version: version + 1 },
      event: act === "resolve" ? { action: "comment.resolve", ...event } : { action: "comment.reopen", ...event },
    };
  });
}
