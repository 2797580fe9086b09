import type { NamedInterviewee } from "~/domain/attribution";
import { balanceOf } from "~/domain/interviews/balance";
import { interviewGuide } from "~/domain/interviews/guide";
import type { WorkLevel } from "~/domain/levels";
import { type InterviewMove, interviewStages, type InterviewState, nextInterviewMove, stageOf } from "~/domain/moves/interview";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { type ConfirmedOf, countConfirmed } from "~/platform/interview-check.server";
import { type InterviewWords, listInterviewWords } from "~/platform/interview-titles.server";
import { listMissingConsents } from "~/platform/missing-consents.server";
import { listParticipants, peopleOf, type ShownParticipant } from "~/platform/interviewees.server";
import { interviewState, levelsOf } from "./check-interview.server";
import { fits, type InterviewFilter } from "./interview-filter";
import { recordedAnswer } from "~/platform/recorded-answer";
import { weigh } from "./weigh-interview.server";

/** An interview in the list. */
export interface ListedInterview extends InterviewWords {
  code: string;
  state: InterviewState;
  perspective: string | null;
  levels: WorkLevel[];
  agreedWith: string | null;
  agreedOn: string | null;
  plannedOn: string | null;
  heldOn: string | null;
  interviewers: string[];
  people: NamedInterviewee[];
  asked: number;
  done: number;
  /** The move that brings it further, for those who may make it. */
  next: InterviewMove | null;
  /** How many answers were confirmed; null while the record was sent to nobody. */
  check: ConfirmedOf | null;
  /** The codes of the participants of a held interview whose consent is still to be recorded. */
  unconsented: string[];
}

/** The interviews of an assessment as this person may see them, by stage of the long list, and the balance of all of them. */
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
  const checks = await countConfirmed(db, protocol.rules, assessmentId);
  const unconsented = await listMissingConsents(
    db,
    rows.map(({ id }) => id),
  );
  const words = await listInterviewWords(db, user, assessmentId, rows);
  const listed = rows
    .filter((row) => fits(protocol, { ...weigh(row), interviewerIds: row.interviewers.map(({ userId }) => userId) }, filter))
    .map((row) => ({
      ...asListed(row, protocol, participants.get(row.id) ?? []),
      check: checks.get(row.id) ?? null,
      unconsented: unconsented.get(row.id) ?? [],
      ...(words.get(row.id) ?? { title: null, selectionReason: null, stateReason: null }),
      interviewers: row.interviewers.flatMap(({ userId }) => names.get(userId) ?? []),
      next: can(user, "interview.write", peopleOf(row)) ? (nextInterviewMove(interviewState(row.state)) ?? null) : null,
    }));
  return {
    total: rows.length,
    shown: listed.length,
    stages: interviewStages.map(({ key }) => ({ key, interviews: listed.filter(({ state }) => stageOf(state) === key) })),
    interviewers: people,
    balance: balanceOf(protocol, rows.map(weigh)),
  };
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(db: Db, assessmentId: string) {
  return db.interview.findMany({
    where: { assessmentId, archivedAt: null },
    select: {
      id: true,
      assessmentId: true,
      notesFor: true,
      code: true,
      state: true,
      perspective: true,
      levels: true,
      agreedWith: true,
      agreedOn: true,
      plannedOn: true,
      heldOn: true,
      interviewers: { select: { userId: true } },
      answers: {
        where: { archivedAt: null },
        select: { question: true, part: true, state: true, reason: true, value: true, language: true, withdrawnAt: true },
      },
      participants: { select: { interviewee: { select: { kind: true } } } },
    },
    orderBy: { number: "asc" },
  });
}

function asListed(
  row: Row,
  protocol: Protocol,
  participants: readonly ShownParticipant[],
): Omit<ListedInterview, keyof InterviewWords | "interviewers" | "next" | "check" | "unconsented"> {
  const kinds = row.participants.map(({ interviewee }) => interviewee.kind);
  const answers = row.answers.map((answer) => recordedAnswer({ ...answer, record: "" })); // no condition looks into words
  const { asked, done } = interviewGuide(protocol, kinds, answers);
  const { code, perspective, agreedWith, agreedOn, plannedOn, heldOn } = row;
  const people = participants.map(({ shown }) => shown);
  return {
    code,
    perspective,
    agreedWith,
    agreedOn,
    plannedOn,
    heldOn,
    levels: levelsOf(row.levels),
    state: interviewState(row.state),
    people,
    asked,
    done,
  };
}
