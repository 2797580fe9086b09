import { isProtected } from "~/domain/attribution";
import type { LocalText } from "~/domain/local-text";
import { can, type Person } from "~/domain/permissions";
import type { Db } from "./db.server";
import { byInterview, listAgreed, localText, peopleOf } from "./interviewees.server";

/**
 * The working titles of interviews, by id. A title tends to name the organisation: while somebody in the interview is protected, took
 * her consent back, or nobody is known to take part, it is read for the lead and those who hold the interview only.
 */
export async function listInterviewTitles(
  db: Db,
  person: Person,
  assessmentId: string,
  interviews: readonly { id: string; notesFor: string; interviewers: readonly { userId: string }[] }[],
): Promise<Map<string, LocalText | null>> {
  const participants = byInterview(
    await listAgreed(
      db,
      person,
      assessmentId,
      interviews.map(({ id }) => id),
    ),
  );
  const told = interviews.filter((interview) => {
    if (can(person, "identity.read", peopleOf({ ...interview, assessmentId }))) return true;
    const people = participants.get(interview.id) ?? [];
    return people.length > 0 && people.every(({ attribution }) => !isProtected(attribution));
  });
  const where = { assessmentId, id: { in: told.map(({ id }) => id) } };
  const rows = await db.interview.findMany({ where, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, localText(title)]));
}
