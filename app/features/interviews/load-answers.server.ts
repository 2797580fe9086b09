import { z } from "zod";
import { AttributionLevel, giversOf, levelOfAnswer, mayQuoteAnswer, nameInterviewee, strictestOf } from "~/domain/attribution";
import type { AnswerValue } from "~/domain/forms/values";
import { offRecord } from "~/domain/interviews/answer";
import { compareAnswerCodes } from "~/domain/interviews/answer-order";
import { LocalText } from "~/domain/local-text-schema";
import { can } from "~/domain/permissions";
import { listCitedIn } from "~/platform/cited-in.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import type { ShownParticipant } from "~/platform/interviewees.server";
import { listTranslations } from "~/platform/translations.server";
import type { FoundInterview } from "./find-interview.server";
import { answerState } from "~/platform/recorded-answer";

const Ids = z.array(z.string());

/** The columns of an answer but its notes. */
const columns = {
  id: true,
  code: true,
  question: true,
  part: true,
  state: true,
  reason: true,
  value: true,
  record: true,
  language: true,
  wording: true,
  protocolNumber: true,
  attribution: true,
  givenBy: true,
  timeMark: true,
  disputedAt: true,
  withdrawnAt: true,
  byId: true,
  at: true,
  version: true,
} as const;

/** The answers of an interview as this person may see them: notes are not selected for someone who may not read them, and of a withdrawn answer nothing is shown. */
export async function loadAnswers(db: Db, user: Viewer, interview: FoundInterview, participants: readonly ShownParticipant[]) {
  const readsNotes = can(user, "interview.read-notes", interview.people);
  const rows = await db.interviewAnswer.findMany({
    where: { interviewId: interview.id, archivedAt: null },
    select: { ...columns, notes: readsNotes },
  });
  rows.sort((one, other) => compareAnswerCodes(one.code, other.code));
  const { cited, translations, names } = await besidesOf(db, rows);
  return rows.map(({ attribution, givenBy, value, wording, state, disputedAt, withdrawnAt, byId, notes, ...row }) => {
    const given = Ids.parse(JSON.parse(givenBy));
    const own = attribution === null ? null : AttributionLevel.parse(attribution);
    const level = levelOfAnswer({ attribution: own, givenBy: given }, participants);
    const withdrawn = withdrawnAt !== null;
    const known = answerState(state);
    return {
      ...row,
      state: known,
      reason: withdrawn ? null : row.reason,
      record: withdrawn ? "" : row.record,
      value: withdrawn || value === null ? null : (JSON.parse(value) as AnswerValue), // was checked by answerSchema when it was kept
      notes: withdrawn ? "" : readsNotes ? notes : null,
      wording: LocalText.parse(JSON.parse(wording)),
      attribution: own,
      givenBy: given,
      agreed: strictestOf(giversOf(given, participants).map((participant) => participant.attribution)),
      level,
      mayQuote: mayQuoteAnswer(given, participants),
      /** What a reader of a document sees of those who gave it. */
      shownAs: nameInterviewee(giversOf(given, participants).map(asReadersColumns), level, "reader"),
      withdrawn,
      disputed: disputedAt !== null,
      offRecord: offRecord({ state: known, withdrawnAt, disputedAt }),
      byName: names.get(byId) ?? null,
      citedIn: cited.get(row.id) ?? [],
      translations: withdrawn ? [] : (translations.get(row.id) ?? []),
    };
  });
}

/** What stands beside some answers: where they are cited, their translations, and who wrote them. */
async function besidesOf(db: Db, rows: readonly { id: string; record: string; byId: string }[]) {
  const ids = rows.map(({ id }) => id);
  const writerIds = [...new Set(rows.map(({ byId }) => byId))];
  const [cited, translations, writers] = await Promise.all([
    listCitedIn(db, "interview-answer", ids),
    listTranslations(db, "interview-answer", "record", new Map(rows.map(({ id, record }) => [id, record]))),
    db.user.findMany({ where: { id: { in: writerIds } }, select: { id: true, name: true } }),
  ]);
  return { cited, translations, names: new Map(writers.map(({ id, name }) => [id, name])) };
}

/** What was selected for this viewer, as the columns that are narrowed further to what a reader sees. */
function asReadersColumns({ id, number, code, persons, attribution, shown }: ShownParticipant) {
  return {
    id,
    number,
    code,
    persons,
    attribution,
    name: shown.name,
    organisation: shown.organisation,
    role: shown.role,
    kind: shown.kind,
    interest: shown.interest,
  };
}

/** An answer on the page of its interview. */
export type ShownAnswer = Awaited<ReturnType<typeof loadAnswers>>[number];
