import { gapsOfSection } from "~/domain/evidence/gaps";
import { change, type ChangeContext } from "~/platform/change.server";
import { findMovable, moveSection, type MoveSection } from "./move-section.server";

/** Sends a section to its reviewers. Statements without ground are told, and allowed; an open contradiction is refused where the protocol says so. */
export async function sendToReview(context: ChangeContext, input: MoveSection): Promise<{ version: number; withoutGround: string[] }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const movable = await findMovable(tx, context, input, "send-to-review");
    const withoutGround = gapsOfSection(movable.document.graph, input.id)
      .unsupported.map(({ code }) => code)
      .toSorted();
    const version = await moveSection(tx, context, movable, null);
    const { section, move } = movable;
    const subject = { type: "section", id: section.id, version } as const;
    const event = {
      action: "section.send-to-review",
      subject,
      label: section.code,
      change: { state: { before: section.state, after: move.to }, withoutGround },
    } as const;
    return { result: { version, withoutGround }, event };
  });
}
