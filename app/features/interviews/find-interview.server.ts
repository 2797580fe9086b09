import type { InterviewPeople } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { localText, peopleOf } from "~/platform/interviewees.server";
import { refuse } from "~/platform/refusal.server";
import { interviewState, levelsOf } from "./check-interview.server";

/** An interview of an address, with the people that permissions ask for; not found when the assessment has none of that code. */
export async function findInterview(db: Db, assessment: AssessmentRow, code: string | undefined) {
  const where = { assessmentId_code: { assessmentId: assessment.id, code: code ?? "" } };
  const row = await db.interview.findUnique({ where, include: { interviewers: { select: { userId: true } } } });
  if (!row) throw refuse("not-found");
  const people: InterviewPeople = peopleOf(row);
  const names = await db.user.findMany({
    where: { id: { in: [...people.interviewerIds] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const { id, version, changes, perspective, agreedWith, plannedOn, heldOn, mode, place, language, notesFor, stateReason, archivedAt } =
    row;
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
    place,
    language,
    notesFor,
    stateReason,
    archived: archivedAt !== null,
    state: interviewState(row.state),
    title: localText(row.title),
    selectionReason: localText(row.selectionReason),
    interviewers: names,
    people,
  };
}

/** An interview as its pages have it. */
export type FoundInterview = Awaited<ReturnType<typeof findInterview>>;
