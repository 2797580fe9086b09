import { canComment, commentState } from "~/domain/moves/comment";
import { change, type ChangeContext } from "~/platform/change.server";
import { draftEvent, keepComment, nextCommentNumber, sentEvent, visibleTo } from "~/platform/comments.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { findSectionToComment } from "./find-comment.server";
import { readMentions } from "./read-mentions.server";
import { readPassage, wholeSection, type CommentedOn } from "./read-passage.server";

/** A new comment: on a passage or a block, an answer in a thread, or on the section as a whole. */
export interface AddComment {
  assessmentId: string;
  sectionId: string;
  on?: CommentedOn;
  threadId?: string;
  text: string;
  mentions: readonly string[];
  /** Kept for its writer until she sends it. */
  draft: boolean;
}

/** Adds a comment. Of a draft the trail tells that it was kept, and nothing of it until it is sent. */
export async function addComment(context: ChangeContext, input: AddComment): Promise<{ id: string; number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sectionId, text, draft } = input;
    const section = await findSectionToComment(tx, context, assessmentId, sectionId);
    const place = await placeOf(tx, context, input);
    const mentions = await readMentions(tx, { assessmentId, text, mentions: input.mentions, by: context.by.id, at: context.at });
    const id = newId(context.at);
    const number = await nextCommentNumber(tx, sectionId, draft);
    const row = { ...place, id, assessmentId, sectionId, number, text, mentions: JSON.stringify(mentions) };
    const moments = { sentAt: draft ? null : context.at, at: context.at, byId: context.by.id, version: 1 };
    await tx.comment.create({ data: { ...row, ...moments } });
    await keepComment(tx, context, id);
    return { result: { id, number }, event: draft ? draftEvent("comment.draft", section, id, 1) : await sentEvent(tx, section, id) };
  });
}

async function placeOf(tx: Tx, context: ChangeContext, { sectionId, on, threadId }: AddComment) {
  if (threadId === undefined) return { threadId: null, ...(on ? await readPassage(tx, sectionId, on) : wholeSection) };
  const opener = await tx.comment.findFirst({ where: { id: threadId, sectionId, threadId: null, ...visibleTo(context.by.id) } });
  if (!opener) throw refuse("not-found");
  const state = commentState(opener);
  if (!canComment(state, "answer")) throw refuse("wrong-state", { state });
  return { ...wholeSection, threadId, blockId: opener.blockId };
}
