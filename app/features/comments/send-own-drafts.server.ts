import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { sendDrafts } from "~/platform/comments.server";
import { findSectionToComment } from "./find-comment.server";

/** Sends all comments that a person has kept as drafts in a section, before she decides or without deciding; gives how many. */
export async function sendOwnDrafts(context: ChangeContext, place: { assessmentId: string; sectionId: string }): Promise<{ sent: number }> {
  return change({ ...context, chain: place.assessmentId }, async (tx) => {
    await findSectionToComment(tx, context, place.assessmentId, place.sectionId);
    const events = await sendDrafts(tx, context, place);
    return { result: { sent: events.length }, event: asEvents(events) };
  });
}
