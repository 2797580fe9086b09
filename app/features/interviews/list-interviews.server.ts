import type { NamedInterviewee } from "~/domain/attribution";
import { interviewGuide } from "~/domain/interviews/guide";
import type { LocalText } from "~/domain/local-text";
import { type InterviewState, notHeldStates } from "~/domain/moves/interview";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listParticipants, localText } from "~/platform/interviewees.server";
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
  const rows = await db.interview.findMany({
    where: { assessmentId, archivedAt: null },
    select: {
      id: true, code: true, title: true, state: true, stateReason: true, perspective: true, plannedOn: true, heldOn: true, interviewers: { select: { userId: true } },
      answers: { select: { question: true, part: true, state: true, reason: true, value: true, record: true, language: true } },
      participants: { select: { interviewee: { select: { kind: true } } } },
    },
    orderBy: { number: "asc" },
  });
  const participants = await listParticipants(db, user, protocol, assessmentId, rows.map(({ id }) => id));
  const people = await db.user.findMany({ where: { id: { in: [...new Set(rows.flatMap(({ interviewers }) => interviewers.map(({ userId }) => userId)))] } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const fits = (row: (typeof rows)[number]) =>
    (filter.state === "" || row.state === filter.state) &&
    (filter.perspective === "" || row.perspective === filter.perspective) &&
    (filter.interviewer === "" || row.interviewers.some(({ userId }) => userId === filter.interviewer));
  const listed = rows.filter(fits).map((row): ListedInterview => {
    const guide = interviewGuide(protocol, row.participants.map(({ interviewee }) => interviewee.kind), row.answers.map(recordedAnswer));
    const { code, stateReason, perspective, plannedOn, heldOn } = row;
    const shown = (participants.get(row.id) ?? []).map((participant) => participant.shown);
    const interviewers = row.interviewers.flatMap(({ userId }) => names.get(userId) ?? []);
    return { code, stateReason, perspective, plannedOn, heldOn, title: localText(row.title), state: interviewState(row.state), interviewers, people: shown, asked: guide.asked, done: guide.done };
  });
  const took = (interview: ListedInterview) => !notHeldStates.includes(interview.state);
  return { total: rows.length, shown: listed.length, interviews: listed.filter(took), notHeld: listed.filter((interview) => !took(interview)), interviewers: people };
}
