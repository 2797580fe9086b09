import { change, type ChangeContext } from "~/platform/change.server";
import { sendDrafts } from "~/platform/comments.server";
import { findMovable, moveSection, requireReason, type MoveSection } from "./move-section.server";

/** What a reviewer asks to be changed, in her own words. */
export interface AskChanges extends MoveSection {
  reason: string;
}

/** Gives a section back to its writer with a reason: while it is in review, or when its sign-off has become stale. */
export async function askChanges(context: ChangeContext, input: AskChanges): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const movable = await findMovable(tx, context, input, "ask-changes");
    const reason = requireReason(input.reason);
    const version = await moveSection(tx, context, movable, reason);
    const { section, move } = movable;
    const subject = { type: "section", id: section.id, version } as const;
    const change = { state: { before: section.state, after: move.to }, reason };
    const event = { action: "section.ask-changes", subject, label: section.code, change } as const;
    const drafts = await sendDrafts(tx, context, { assessmentId: section.assessmentId, sectionId: section.id });
    return { result: { version }, event: [event, ...drafts] };
  });
}
