import type { ColophonContent } from "~/domain/document/content";
import { compare } from "~/domain/evidence/graph";
import { teamRoles } from "~/domain/permissions";
import type { Db } from "./db.server";

/** Who does or did a study, by role and name: its members but for the commissioner's. Whoever was taken out of the team is not named. */
export async function listCarriedOutBy(db: Db, assessmentId: string): Promise<ColophonContent["carriedOutBy"]> {
  const members = await db.member.findMany({
    where: { assessmentId, removedAt: null, role: { in: [...teamRoles] } },
    select: { role: true, user: { select: { name: true } } },
  });
  return teamRoles.flatMap((role) => {
    const names = members.filter((member) => member.role === role).map(({ user }) => user.name);
    return names.length > 0 ? [{ role, names: names.toSorted(compare) }] : [];
  });
}
