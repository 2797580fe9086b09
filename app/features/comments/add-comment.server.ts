import { canComment, commentState } from "~/domain/moves/comment";
import { change, type ChangeContext } from "~/platform/change.server";
import { insertComment, visibleTo, wholeSection, type StoredPassage } from "~/platform/comments.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { findSectionToComment } from "./find-comment.server";
import { readMentions } from "./read-mentions.server";
import { readPassage, type CommentedOn } from "./read-passage.server";

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
    const threadId = input.threadId ?? null;
    const { id, number, event } = await insertComment(tx, context, { assessmentId, section, place, threadId, text, mentions, draft });
    return { result: { id, number }, event };
  });
}

async function placeOf(tx: Tx, context: ChangeContext, { sectionId, on, threadId }: AddComment): Promise<StoredPassage> {
  if (threadId === undefined) return on ? readPassage(tx, sectionId, on) : wholeSection;
  const opener = await tx.comment.findFirst({ where: { id: threadId, sectionId, threadId: null, ...visibleTo(context.by.id) } });
  if (!opener) throw refuse("not-found");
  const state = commentState(opener);
  if (!canComment(state, "answer")) throw refuse("wrong-state", { state });
  return { ...wholeSection, blockId: opener.blockId };
}
