import type { AssignmentPart } from "~/domain/sections/assignment";
import { dayAt } from "~/domain/day";
import type { Permission } from "~/domain/permissions";
import { requireMay } from "~/platform/acting.server";
import { listActiveMembers } from "~/platform/active-members.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { keepSection } from "~/platform/keep-section.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";
import { findSectionRow } from "~/platform/find-section.server";

/** Who writes and who reviews a section; none = as for the nearest section upwards that names someone. */
export interface AssignSection {
  assessmentId: string;
  id: string;
  version: number;
  writerIds: readonly string[];
  reviewerIds: readonly string[];
}

export async function assignSection(context: ChangeContext, input: AssignSection): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    const section = await findSectionRow(tx, assessmentId, id);
    requireMay(context, assessmentId, "section.assign", "section.read");
    if (section.version !== version) throw refuse("conflict", { theirs: { version: section.version } });
    const writers = await assignPart(tx, context, { ...input, part: "write", userIds: input.writerIds, may: "question.answer" });
    const reviewers = await assignPart(tx, context, { ...input, part: "review", userIds: input.reviewerIds, may: "section.read" });
    if (!writers && !reviewers) return { result: { version }, event: "nothing changed" };
    await tx.section.update({ where: { id }, data: { version: version + 1 } });
    await keepSection(tx, context, id);
    const subject = { type: "section", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: {
        action: "section.assign",
        subject,
        label: section.code,
        change: { ...(writers && { writers }), ...(reviewers && { reviewers }) },
      },
    };
  });
}

interface PartOf {
  assessmentId: string;
  id: string;
  part: AssignmentPart;
  userIds: readonly string[];
  /** A permission that everyone who gets the part must have by her role. */
  may: Permission;
}

/** Gives a part to exactly these people; tells the names before and after, or null when they are the same. */
async function assignPart(
  tx: Tx,
  { at }: ChangeContext,
  { assessmentId, id: sectionId, part, userIds, may }: PartOf,
): Promise<{ before: string[]; after: string[] } | null> {
  const wanted = [...new Set(userIds)];
  const allowed = new Set((await listActiveMembers(tx, assessmentId, dayAt(at), may)).map(({ id }) => id));
  if (wanted.some((id) => !allowed.has(id)))
    throw refuse("invalid", { field: part === "write" ? "writerIds" : "reviewerIds", message: "unknown" });
  const rows = await tx.sectionAssignment.findMany({ where: { sectionId, part }, select: { id: true, userId: true } });
  const gone = rows.filter(({ userId }) => !wanted.includes(userId));
  const fresh = wanted.filter((userId) => !rows.some((row) => row.userId === userId));
  if (gone.length === 0 && fresh.length === 0) return null;
  await tx.sectionAssignment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await tx.sectionAssignment.createMany({ data: fresh.map((userId) => ({ id: newId(at), assessmentId, sectionId, userId, part })) });
  const before = rows.map(({ userId }) => userId);
  const names = await namesOfUsers(tx, [...before, ...wanted]);
  const named = (ids: readonly string[]) => ids.map((userId) => names.get(userId) ?? userId).toSorted();
  return { before: named(before), after: named(wanted) };
}
