import { dayAt } from "~/domain/day";
import type { Person, Role } from "~/domain/permissions";
import { roles } from "~/domain/permissions";
import { languageIfAny, type Language } from "~/domain/tool-language";
import type { Db } from "./db.server";

/** The signed-in person: what she may, and what her pages need to know of her. */
export interface Viewer extends Person {
  name: string;
  email: string;
  language: Language;
  demo: boolean;
}

const roleIfAny = (text: string): Role | undefined => roles.find((role) => role === text);

/** The person of an account with her roles of today, or null when there is none or it is deactivated. */
export async function findViewerIfAny(db: Db, userId: string, now: Date): Promise<Viewer | null> {
  const user = await db.user.findUnique({
    where: { id: userId, deactivatedAt: null },
    include: { memberships: { where: { removedAt: null }, select: { assessmentId: true, role: true, endsOn: true } } },
  });
  if (!user) return null;
  const held: Record<string, Role> = {};
  for (const { assessmentId, role, endsOn } of user.memberships) {
    const known = roleIfAny(role);
    if (known && (endsOn === null || endsOn >= dayAt(now))) held[assessmentId] = known;
  }
  const { id, name, email, administrator, mayStart, demo } = user;
  return { id, name, email, administrator, mayStart, demo, language: languageIfAny(user.language) ?? "nl", roles: held };
}
