import { rolesWith } from "~/domain/permissions";
import type { Db } from "~/platform/db.server";

/** The members of an assessment who may hold interviews, by name. */
export async function listPossibleInterviewers(db: Db, assessmentId: string): Promise<{ id: string; name: string }[]> {
  const members = await db.member.findMany({
    where: { assessmentId, removedAt: null, role: { in: rolesWith("interview.create") } },
    select: { user: { select: { id: true, name: true } } },
  });
  return members.map(({ user }) => user).sort((a, b) => a.name.localeCompare(b.name));
}
