import { requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findSectionRow, peopleOf } from "~/platform/find-section.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepStepBack, nameOf } from "./find-step-back.server";

/** A reviewer who steps back from a section, and why; `sectionVersion` is that of the page on which she said so. */
export interface StepBack {
  assessmentId: string;
  sectionId: string;
  sectionVersion: number;
  reason: string;
}

/** Takes a reviewer off a section at her own word, for a conflict of interest: she is no reviewer of it any more, and what she signed no longer counts. */
export async function stepBack(context: ChangeContext, input: StepBack): Promise<{ id: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sectionId, reason } = input;
    const section = await findSectionRow(tx, assessmentId, sectionId);
    const userId = context.by.id;
    const here = await tx.stepBack.findFirst({ where: { sectionId, userId, endedAt: null }, select: { id: true } });
    if (here) throw refuse("wrong-state", { state: "stepped-back" });
    requireMayWith(context, assessmentId, "section.step-back", await peopleOf(tx, section), "section.read");
    if (section.version !== input.sectionVersion) throw refuse("conflict", { theirs: { version: section.version } });
    if (reason.trim() === "") throw refuse("invalid", { field: "reason", message: "required" });
    const id = newId(context.at);
    await tx.stepBack.create({ data: { id, assessmentId, sectionId, userId, reason, at: context.at, version: 1 } });
    const { count: ended } = await tx.signOff.updateMany({
      where: { sectionId, byId: userId, endedAt: null },
      data: { endedAt: context.at },
    });
    await keepStepBack(tx, context, id);
    return {
      result: { id },
      event: {
        action: "step-back.declare",
        subject: { type: "step-back", id, version: 1 },
        label: section.code,
        change: { section: section.code, reviewer: await nameOf(tx, userId), ended },
      },
    };
  });
}
