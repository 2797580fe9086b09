import type { AnswerValue } from "~/domain/forms/values";
import { can } from "~/domain/permissions";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import type { FoundInterview } from "./find-interview.server";
import { answerState } from "~/platform/recorded-answer";

/** The version of an answer that was kept meanwhile, as this person may see it: without notes for someone who may not read them. */
export async function findTheirs(db: Db, user: Viewer, interview: FoundInterview, question: string, part: string) {
  const readsNotes = can(user, "interview.read-notes", interview.people);
  const row = await db.interviewAnswer.findFirst({
    where: { interviewId: interview.id, question, part },
    select: {
      id: true,
      version: true,
      state: true,
      reason: true,
      value: true,
      record: true,
      notes: readsNotes,
      timeMark: true,
      attribution: true,
      givenBy: true,
      at: true,
      byId: true,
    },
  });
  const by = row && (await db.user.findUnique({ where: { id: row.byId }, select: { name: true } }));
  const value = row?.value == null ? null : (JSON.parse(row.value) as AnswerValue); // was checked by answerSchema when it was kept
  return {
    id: row?.id ?? null,
    version: row?.version ?? 0,
    state: row ? answerState(row.state) : null,
    reason: row?.reason ?? null,
    value,
    record: row?.record ?? "",
    notes: readsNotes ? (row?.notes ?? "") : null,
    timeMark: row?.timeMark ?? null,
    attribution: row?.attribution ?? null,
    givenBy: row ? (JSON.parse(row.givenBy) as string[]) : [],
    at: row?.at ?? new Date(0),
    by: by?.name ?? null,
  };
}

/** What the other one kept. */
export type Theirs = Awaited<ReturnType<typeof findTheirs>>;
