import { rolesWith, type Permission } from "~/domain/permissions";
import type { Db } from "./db.server";

/** A member who can act, with her stored role. */
export interface ActiveMember {
  id: string;
  name: string;
  role: string;
}

/** Which memberships count on a day: not removed, with a term that is not over, of an account that is not closed. */
export const activeOn = (day: string) => ({
  removedAt: null,
  OR: [{ endsOn: null }, { endsOn: { gte: day } }],
  user: { deactivatedAt: null },
});

/** The members of an assessment who can act on a day, by name; only those whose role may do something where it is named. */
export async function listActiveMembers(db: Db, assessmentId: string, day: string, may?: Permission): Promise<ActiveMember[]> {
  const rows = await db.member.findMany({
    where: { assessmentId, ...activeOn(day), ...(may && { role: { in: rolesWith(may) } }) },
    select: { userId: true, role: true, user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map(({ userId, role, user }) => ({ id: userId, name: user.name, role }));
}
