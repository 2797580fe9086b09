import { change, type ChangeContext } from "~/platform/change.server";
import { commentLabel, commentPlace, draftEvent, keepComment } from "~/platform/comments.server";
import { refuse } from "~/platform/refusal.server";
import { findOwnComment, type CommentRef } from "./find-comment.server";

/** Takes back one's own comment, or throws away a draft of it, of which the trail tells no word. */
export async function withdrawComment(context: ChangeContext, ref: CommentRef): Promise<void> {
  await change({ ...context, chain: ref.assessmentId }, async (tx) => {
    const { id, version } = ref;
    const { comment, section } = await findOwnComment(tx, context, ref, "withdraw");
    const { count } = await tx.comment.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict");
    await keepComment(tx, context, id);
    if (comment.sentAt === null) return { result: null, event: draftEvent("comment.remove", section, id, version + 1) };
    const subject = { type: "comment", id, version: version + 1 } as const;
    const told = { ...(await commentPlace(tx, section, comment)), text: comment.text };
    return { result: null, event: { action: "comment.withdraw", subject, label: commentLabel(section, comment), change: told } };
  });
}
