import { isProtected } from "~/domain/attribution";
import { notHeldReasons, type NotHeldReason } from "~/domain/interviews/not-held";
import type { LocalText } from "~/domain/local-text";
import { notHeldStates } from "~/domain/moves/interview";
import { can, type Person } from "~/domain/permissions";
import type { Db } from "./db.server";
import { byInterview, listAgreed, localText, peopleOf } from "./interviewees.server";

type Titled = { id: string; notesFor: string; interviewers: readonly { userId: string }[] };

/**
 * The working titles of interviews, by id. A title tends to name the organisation: while somebody in the interview is protected, took
 * her consent back, or nobody is known to take part, it is read for the lead and those who hold the interview only.
 */
export async function listInterviewTitles(
  db: Db,
  person: Person,
  assessmentId: string,
  interviews: readonly Titled[],
): Promise<Map<string, LocalText | null>> {
  const told = await toldTo(db, person, assessmentId, interviews);
  const rows = await db.interview.findMany({ where: { assessmentId, id: { in: told } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, localText(title)]));
}

/** The own words of an interview: its working title, why it was chosen, and why it is in its state. */
export interface InterviewWords {
  title: LocalText | null;
  selectionReason: LocalText | null;
  stateReason: string | null;
}

/**
 * The own words of interviews, by id, for those who are told their working titles. Of one that does not take place the others are told
 * the reason of the list, and of the rest nothing.
 */
export async function listInterviewWords(
  db: Db,
  person: Person,
  assessmentId: string,
  interviews: readonly Titled[],
): Promise<Map<string, InterviewWords>> {
  const told = await toldTo(db, person, assessmentId, interviews);
  const select = { id: true, title: true, selectionReason: true, stateReason: true };
  const rows = await db.interview.findMany({ where: { assessmentId, id: { in: told } }, select });
  const others = interviews.map(({ id }) => id).filter((id) => !told.includes(id));
  const whys = await listWhysNotHeld(db, assessmentId, others);
  return new Map([
    ...[...whys].map(([id, stateReason]) => [id, { title: null, selectionReason: null, stateReason }] as const),
    ...rows.map((row) => {
      const { id, title, selectionReason, stateReason } = row;
      return [id, { title: localText(title), selectionReason: localText(selectionReason), stateReason }] as const;
    }),
  ]);
}

/** The reasons of the list for which interviews do not take place, by id; the own words after them are not read. */
async function listWhysNotHeld(db: Db, assessmentId: string, ids: readonly string[]): Promise<Map<string, NotHeldReason>> {
  const where = { assessmentId, id: { in: [...ids] }, state: { in: [...notHeldStates] }, stateReason: { not: null } };
  const notHeld = ids.length === 0 ? [] : await db.interview.findMany({ where, select: { id: true } });
  if (notHeld.length === 0) return new Map();
  const byReason = await Promise.all(
    notHeldReasons.map(async (why) => {
      const stored = [{ stateReason: why }, { stateReason: { startsWith: `${why}: ` } }];
      const rows = await db.interview.findMany({ where: { ...where, OR: stored }, select: { id: true } });
      return rows.map(({ id }) => [id, why] as const);
    }),
  );
  return new Map([...notHeld.map(({ id }) => [id, "other"] as const), ...byReason.flat()]);
}

/** The interviews of which this person is told the title. */
async function toldTo(db: Db, person: Person, assessmentId: string, interviews: readonly Titled[]): Promise<string[]> {
  const ids = interviews.map(({ id }) => id);
  const participants = byInterview(await listAgreed(db, person, assessmentId, ids));
  const told = interviews.filter((interview) => {
    if (can(person, "identity.read", peopleOf({ ...interview, assessmentId }))) return true;
    const people = participants.get(interview.id) ?? [];
    return people.length > 0 && people.every(({ attribution }) => !isProtected(attribution));
  });
  return told.map(({ id }) => id);
}
