import { LocalText } from "~/domain/local-text-schema";
import { textIn } from "~/domain/local-text";
import type { Person, Role } from "~/domain/permissions";
import type { StateKey } from "~/domain/states";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";

/** An assessment in a person's list. */
export interface AssessmentLine {
  slug: string;
  title: string;
  role: Role;
  startsOn: string | null;
  endsOn: string | null;
  state: StateKey;
  people: number;
}

/** The assessments that a person is a member of today, newest first. */
export async function listAssessments(db: Db, person: Person, language: Language): Promise<AssessmentLine[]> {
  const rows = await db.assessment.findMany({
    where: { id: { in: Object.keys(person.roles) } },
    orderBy: { createdAt: "desc" },
    include: { _count: { select: { members: { where: { removedAt: null } } } } },
  });
  return rows.flatMap(({ id, slug, title, originalLanguage, startsOn, endsOn, frozenAt, closedAt, _count }) => {
    const role = person.roles[id];
    if (!role) return [];
    const state = closedAt ? "closed" : frozenAt ? "fieldwork" : "preparation";
    return [
      {
        slug,
        title: textIn(LocalText.parse(JSON.parse(title)), language, [originalLanguage]),
        role,
        startsOn,
        endsOn,
        state,
        people: _count.members,
      },
    ];
  });
}
