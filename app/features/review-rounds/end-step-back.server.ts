import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findSectionRow } from "~/platform/find-section.server";
import { refuse } from "~/platform/refusal.server";
import { findStepBack, keepStepBack, nameOf } from "./find-step-back.server";

/** Why a step-back no longer holds. */
export interface EndStepBack {
  assessmentId: string;
  id: string;
  version: number;
  reason: string;
}

/** Ends a step-back: whoever made it reviews the section again where she is still named for it. */
export async function endStepBack(context: ChangeContext, input: EndStepBack): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, reason } = input;
    requireMay(context, assessmentId, "section.replace-reviewer", "section.read");
    const found = await findStepBack(tx, input);
    if (reason.trim() === "") throw refuse("invalid", { field: "reason", message: "required" });
    const section = await findSectionRow(tx, assessmentId, found.sectionId);
    const version = found.version + 1;
    const ended = { endedAt: context.at, endedReason: reason, version };
    const { count } = await tx.stepBack.updateMany({ where: { id: found.id, version: found.version }, data: ended });
    if (count === 0) throw refuse("conflict");
    await keepStepBack(tx, context, found.id);
    return {
      result: { version },
      event: {
        action: "step-back.end",
        subject: { type: "step-back", id: found.id, version },
        label: section.code,
        change: { section: section.code, reviewer: await nameOf(tx, found.userId) },
      },
    };
  });
}
