import { dayAt } from "~/domain/day";
import type { Role } from "~/domain/permissions";
import { roles } from "~/domain/permissions";
import type { Db } from "~/platform/db.server";

/** A person of an assessment, as the team sees her. */
export interface MemberShown {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  addedAt: Date;
  endsOn: string | null;
  /** The end date has passed: she no longer has access. */
  ended: boolean;
  version: number;
}

/** The people of an assessment: by role, then by name. */
export async function listMembers(db: Db, assessmentId: string, now: Date): Promise<MemberShown[]> {
  const rows = await db.member.findMany({
    where: { assessmentId, removedAt: null },
    include: { user: { select: { name: true, email: true } } },
  });
  const names = new Intl.Collator("nl");
  return rows
    .map(({ id, userId, user, role, addedAt, endsOn, version }) => ({
      id,
      userId,
      ...user,
      addedAt,
      endsOn,
      version,
      role: roles.find((one) => one === role) ?? ("commissioner" as const),
      ended: endsOn !== null && endsOn < dayAt(now),
    }))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || names.compare(a.name, b.name));
}
