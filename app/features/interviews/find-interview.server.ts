import { can, type InterviewPeople, type Person } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listInterviewWords } from "~/platform/interview-titles.server";
import { peopleOf } from "~/platform/interviewees.server";
import { refuse } from "~/platform/refusal.server";
import { interviewState, levelsOf } from "./check-interview.server";

/**
 * An interview of an address, with the people that permissions ask for; not found when the assessment has none of that code. The place of
 * the conversation and its own words tell who was spoken with: they are read for whom may know that, and for nobody where no viewer is given.
 */
export async function findInterview(db: Db, assessment: AssessmentRow, code: string | undefined, viewer?: Person) {
  const where = { assessmentId_code: { assessmentId: assessment.id, code: code ?? "" } };
  const row = await db.interview.findUnique({
    where,
    omit: { place: true, title: true, selectionReason: true, stateReason: true },
    include: { interviewers: { select: { userId: true } } },
  });
  if (!row) throw refuse("not-found");
  const people: InterviewPeople = peopleOf(row);
  const mayKnow = viewer !== undefined && can(viewer, "identity.read", people);
  const placed = mayKnow ? await db.interview.findUnique({ where, select: { place: true } }) : null;
  const words = viewer && (await listInterviewWords(db, viewer, assessment.id, [row]));
  const names = await db.user.findMany({
    where: { id: { in: [...people.interviewerIds] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const { id, version, changes, perspective, agreedWith, plannedOn, heldOn, mode, language, notesFor, archivedAt } = row;
  return {
    id,
    code: row.code,
    version,
    changes,
    perspective,
    agreedWith,
    agreedOn: row.agreedOn,
    levels: levelsOf(row.levels),
    plannedOn,
    heldOn,
    mode,
    place: placed?.place ?? null,
    language,
    notesFor,
    startedAt: row.startedAt,
    archived: archivedAt !== null,
    state: interviewState(row.state),
    ...(words?.get(row.id) ?? { title: null, selectionReason: null, stateReason: null }),
    interviewers: names,
    people,
  };
}

/** An interview as its pages have it. */
export type FoundInterview = Awaited<ReturnType<typeof findInterview>>;
