import type { NamedInterviewee } from "~/domain/attribution";
import { interviewGuide } from "~/domain/interviews/guide";
import type { LocalText } from "~/domain/local-text";
import { type InterviewState, notHeldStates } from "~/domain/moves/interview";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listParticipants, localText, type ShownParticipant } from "~/platform/interviewees.server";
import { interviewState } from "./check-interview.server";
import { recordedAnswer } from "./recorded-answer";

/** What the list is narrowed to; an empty text is no filter. */
export interface InterviewFilter {
  state: string;
  interviewer: string;
  perspective: string;
}

/** An interview in the list. */
export interface ListedInterview {
  code: string;
  title: LocalText | null;
  state: InterviewState;
  stateReason: string | null;
  perspective: string | null;
  plannedOn: string | null;
  heldOn: string | null;
  interviewers: string[];
  people: NamedInterviewee[];
  asked: number;
  done: number;
}

/** The filter of a list, read from its address. */
export function interviewFilter(search: URLSearchParams): InterviewFilter {
  const of = (name: string) => search.get(name) ?? "";
  return { state: of("state"), interviewer: of("interviewer"), perspective: of("perspective") };
}

/** The interviews of an assessment as this person may see them, those that did not take place apart; counts are over all of them. */
export async function listInterviews(db: Db, user: Viewer, protocol: Protocol, assessmentId: string, filter: InterviewFilter) {
  const rows = await readRows(db, assessmentId);
  const participants = await listParticipants(
    db,
    user,
    protocol,
    assessmentId,
    rows.map(({ id }) => id),
  );
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ interviewers }) => interviewers.map(({ userId }) => userId)))] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const listed = rows
    .filter((row) => fits(row, filter))
    .map((row) =>
      asListed(
        row,
        protocol,
        participants.get(row.id) ?? [],
        row.interviewers.flatMap(({ userId }) => names.get(userId) ?? []),
      ),
    );
  const took = (interview: ListedInterview) => !notHeldStates.includes(interview.state);
  return {
    total: rows.length,
    shown: listed.length,
    interviews: listed.filter(took),
    notHeld: listed.filter((interview) => !took(interview)),
    interviewers: people,
  };
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(db: Db, assessmentId: string) {
  return db.interview.findMany({
    where: { assessmentId, archivedAt: null },
    select: {
      id: true,
      code: true,
      title: true,
      state: true,
      stateReason: true,
      perspective: true,
      plannedOn: true,
      heldOn: true,
      interviewers: { select: { userId: true } },
      answers: { select: { question: true, part: true, state: true, reason: true, value: true, language: true } },
      participants: { select: { interviewee: { select: { kind: true } } } },
    },
    orderBy: { number: "asc" },
  });
}

function fits(row: Row, { state, perspective, interviewer }: InterviewFilter): boolean {
  return (
    (state === "" || row.state === state) &&
    (perspective === "" || row.perspective === perspective) &&
    (interviewer === "" || row.interviewers.some(({ userId }) => userId === interviewer))
  );
}

function asListed(row: Row, protocol: Protocol, participants: readonly ShownParticipant[], interviewers: string[]): ListedInterview {
  const kinds = row.participants.map(({ interviewee }) => interviewee.kind);
  const answers = row.answers.map((answer) => recordedAnswer({ ...answer, record: "" })); // no condition looks into words
  const { asked, done } = interviewGuide(protocol, kinds, answers);
  const { code, stateReason, perspective, plannedOn, heldOn } = row;
  const people = participants.map(({ shown }) => shown);
  return {
    code,
    stateReason,
    perspective,
    plannedOn,
    heldOn,
    title: localText(row.title),
    state: interviewState(row.state),
    interviewers,
    people,
    asked,
    done,
  };
}
