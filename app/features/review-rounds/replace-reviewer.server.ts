import { dayAt } from "~/domain/day";
import { requireMay } from "~/platform/acting.server";
import { listActiveMembers } from "~/platform/active-members.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { findSectionRow, peopleOf } from "~/platform/find-section.server";
import { newId } from "~/platform/ids.server";
import { keepSection } from "~/platform/keep-section.server";
import { refuse } from "~/platform/refusal.server";
import { listAuthorIds } from "~/platform/section-standing.server";
import { findStepBack, keepStepBack, nameOf } from "./find-step-back.server";

/** Whom the lead names in place of a reviewer who stepped back. */
export interface ReplaceReviewer {
  assessmentId: string;
  id: string;
  version: number;
  userId: string;
}

/** Names another reviewer in place of one who stepped back: the section gets its assignment in the same change. Refuses whoever wrote a part of it. */
export async function replaceReviewer(context: ChangeContext, input: ReplaceReviewer): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, userId } = input;
    requireMay(context, assessmentId, "section.replace-reviewer", "section.read");
    const found = await findStepBack(tx, input);
    if (found.replacedById !== null) throw refuse("wrong-state", { state: "replaced" });
    const section = await findSectionRow(tx, assessmentId, found.sectionId);
    const { reviewerIds } = await peopleOf(tx, section);
    await requireReplacement(tx, context, { section, reviewerIds, userId });
    const after = [...reviewerIds, userId];
    const version = found.version + 1;
    const { count } = await tx.stepBack.updateMany({
      where: { id: found.id, version: found.version },
      data: { replacedById: userId, version },
    });
    if (count === 0) throw refuse("conflict");
    await assignReviewers(tx, context, section, after);
    await keepStepBack(tx, context, found.id);
    const names = (ids: readonly string[]) => Promise.all(ids.toSorted().map((id) => nameOf(tx, id)));
    const change = {
      section: section.code,
      reviewer: await nameOf(tx, found.userId),
      replacedBy: await nameOf(tx, userId),
      reviewers: { before: await names(reviewerIds), after: await names(after) },
    };
    const subject = { type: "step-back", id: found.id, version } as const;
    return { result: { version }, event: { action: "step-back.replace", subject, label: section.code, change } };
  });
}

/** Refuses whoever is no member who can act and may review, reviews the section already, stepped back from it, or wrote a part of it. */
async function requireReplacement(
  tx: Tx,
  { at }: ChangeContext,
  { section, reviewerIds, userId }: { section: { id: string; assessmentId: string }; reviewerIds: readonly string[]; userId: string },
): Promise<void> {
  const { id: sectionId, assessmentId } = section;
  const wrong = (message: string) => refuse("invalid", { field: "userId", message });
  const members = await listActiveMembers(tx, assessmentId, dayAt(at), "section.read");
  if (!members.some(({ id }) => id === userId)) throw wrong("unknown");
  const gone = await tx.stepBack.findFirst({ where: { sectionId, userId, endedAt: null }, select: { id: true } });
  if (reviewerIds.includes(userId) || gone) throw wrong("unknown");
  const authors = await listAuthorIds(tx, assessmentId, await readDocument(tx, assessmentId), sectionId);
  if (authors.includes(userId)) throw wrong("wrote-part");
}

async function assignReviewers(
  tx: Tx,
  context: ChangeContext,
  section: { id: string; assessmentId: string; version: number },
  userIds: readonly string[],
): Promise<void> {
  const { id: sectionId, assessmentId, version } = section;
  await tx.sectionAssignment.deleteMany({ where: { sectionId, part: "review" } });
  const rows = userIds.map((userId) => ({ id: newId(context.at), assessmentId, sectionId, userId, part: "review" }));
  await tx.sectionAssignment.createMany({ data: rows });
  await tx.section.update({ where: { id: sectionId }, data: { version: version + 1 } });
  await keepSection(tx, context, sectionId);
}
