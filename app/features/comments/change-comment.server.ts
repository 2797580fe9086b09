import { change, type ChangeContext } from "~/platform/change.server";
import { commentLabel, commentPlace, draftEvent, keepComment } from "~/platform/comments.server";
import { refuse } from "~/platform/refusal.server";
import { findOwnComment, type CommentRef } from "./find-comment.server";
import { readMentions } from "./read-mentions.server";

/** A comment in other words. */
export interface ChangeComment extends CommentRef {
  text: string;
  mentions: readonly string[];
}

/** Changes the words of one's own comment; the earlier ones stay in its versions. */
export async function changeComment(context: ChangeContext, input: ChangeComment): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, text } = input;
    const { comment, section } = await findOwnComment(tx, context, input, "change");
    const named = await readMentions(tx, { assessmentId, text, mentions: input.mentions, by: context.by.id, at: context.at });
    const mentions = JSON.stringify(named);
    if (text === comment.text && mentions === comment.mentions) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.comment.updateMany({ where: { id, version }, data: { text, mentions, version: version + 1 } });
    if (count === 0) throw refuse("conflict");
    await keepComment(tx, context, id);
    if (comment.sentAt === null) return { result: { version: version + 1 }, event: draftEvent("comment.draft", section, id, version + 1) };
    const subject = { type: "comment", id, version: version + 1 } as const;
    const told = { ...(await commentPlace(tx, section, comment)), text: { before: comment.text, after: text } };
    return {
      result: { version: version + 1 },
      event: { action: "comment.change", subject, label: commentLabel(section, comment), change: told },
    };
  });
}
