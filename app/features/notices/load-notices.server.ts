import { type NamedInterviewee } from "~/domain/attribution";
import { requireNoticeKind } from "~/domain/notices";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listParticipants } from "~/platform/interviewees.server";
import { type EditionNotice, listNotices } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";

/** Whom or what a notice is about, as far as this person may know: the interview, and the participant or the answer. */
interface About {
  interview: string;
  code: string;
  shown: NamedInterviewee | null;
}

/** The edition of an address; not found when there is none of that number. */
export async function findNoticedEdition(db: Db, assessment: { id: string }, number: string | undefined): Promise<{ number: number }> {
  const where = { assessmentId: assessment.id, number: /^[1-9]\d{0,5}$/u.test(number ?? "") ? Number(number) : 0 };
  const edition = await db.edition.findFirst({ where, select: { number: true } });
  if (!edition) throw refuse("not-found");
  return edition;
}

/** The notices of an edition that readers can read, those still to settle first. */
export async function loadNotices(db: Db, user: Viewer, assessment: AssessmentRow, protocol: Protocol, edition: { number: number }) {
  const all = (await listNotices(db, assessment.id)).filter((notice) => notice.edition.number === edition.number);
  const about = await readAbout(db, user, assessment, protocol, all);
  const people = await db.user.findMany({
    where: { id: { in: all.flatMap(({ settledById }) => settledById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const notices = all.map(({ id, kind, aboutId, at, version, settledAt, settledById, settledNote }) => ({
    id,
    version,
    at,
    kind: requireNoticeKind(kind),
    about: about.get(aboutId) ?? null,
    settled: settledAt && { at: settledAt, by: names.get(settledById ?? "") ?? null, note: settledNote },
  }));
  return {
    number: edition.number,
    notices: [...notices.filter(({ settled }) => !settled), ...notices.filter(({ settled }) => settled)],
    languages: assessment.languages,
    may: { settle: can(user, "notice.settle", assessment) },
  };
}

/** What the page of notices gets. */
export type NoticesPage = Awaited<ReturnType<typeof loadNotices>>;

async function readAbout(db: Db, user: Viewer, { id: assessmentId }: AssessmentRow, protocol: Protocol, notices: readonly EditionNotice[]) {
  const ids = { in: notices.map(({ aboutId }) => aboutId) };
  const withCode = { interview: { select: { id: true, code: true } } } as const;
  const [participants, answers] = await Promise.all([
    db.participant.findMany({ where: { assessmentId, id: ids }, select: { id: true, ...withCode } }),
    db.interviewAnswer.findMany({ where: { assessmentId, id: ids }, select: { id: true, code: true, ...withCode } }),
  ]);
  const interviewIds = [...new Set(participants.map(({ interview }) => interview.id))];
  const shown = (await listParticipants(db, user, protocol, assessmentId, interviewIds)).values();
  const named = new Map([...shown].flat().map((one) => [one.id, one]));
  return new Map<string, About>([
    ...participants.map(({ id, interview }): [string, About] => {
      const one = named.get(id);
      return [id, { interview: interview.code, code: one?.code ?? "", shown: one?.shown ?? null }];
    }),
    ...answers.map(({ id, code, interview }): [string, About] => [id, { interview: interview.code, code, shown: null }]),
  ]);
}
