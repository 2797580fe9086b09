import { gapsOfSection } from "~/domain/evidence/gaps";
import { change, type ChangeContext } from "~/platform/change.server";
import { requireGate } from "~/platform/gate.server";
import { openReviewRound, type AskedOfReviewers } from "~/platform/review-round.server";
import { findMovable, moveSection, type MoveSection } from "./move-section.server";

/** Sending a section, with what is asked of its reviewers. */
export interface SendToReview extends MoveSection, Partial<AskedOfReviewers> {}

/** Sends a section to its reviewers: a round of review opens. Statements without ground are told, and allowed; an open contradiction, what blocks by a rule of the protocol and a warning without a reason are refused. */
export async function sendToReview(context: ChangeContext, input: SendToReview): Promise<{ version: number; withoutGround: string[] }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const movable = await findMovable(tx, context, input, "send-to-review");
    await requireGate(tx, movable.study, input.id);
    const withoutGround = gapsOfSection(movable.document.graph, input.id)
      .unsupported.map(({ code }) => code)
      .toSorted();
    const version = await moveSection(tx, context, movable, null);
    const { section, move } = movable;
    const asked = { dueOn: input.dueOn ?? null, note: input.note ?? "" };
    const round = await openReviewRound(tx, context, section, asked);
    const subject = { type: "section", id: section.id, version } as const;
    const event = {
      action: "section.send-to-review",
      subject,
      label: section.code,
      change: { state: { before: section.state, after: move.to }, withoutGround, round, ...asked },
    } as const;
    return { result: { version, withoutGround }, event };
  });
}
