import { actions, installationActions } from "~/domain/audit";
import { readDate } from "~/domain/forms/read-date";
import { foldEvents } from "~/domain/trail/told-event";
import { dayAt } from "~/domain/day";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listEvents, type TrailFilter } from "~/platform/trail.server";
import { findSubjectsOfCode } from "./load-entry.server";
import { wordEvents, type TrailReader } from "./word-events.server";

/** The filter of the trail as it was typed in the address. */
export interface TrailAsk {
  who: string;
  what: string;
  /** The code of one record. */
  record: string;
  from: string;
  until: string;
  before: string;
}

/** Reads the filter from an address. */
export function trailAsk(search: URLSearchParams): TrailAsk {
  const of = (name: string) => search.get(name) ?? "";
  return { who: of("who"), what: of("what"), record: of("record").trim(), from: of("from"), until: of("until"), before: of("before") };
}

/** The kinds of record that the trail of an assessment tells of, for the filter. */
export const trailSubjects = [
  ...new Set(Object.entries(actions).flatMap(([name, { subject }]) => (installationActions.has(name) ? [] : [subject]))),
];

const hour = 3_600_000;

/** The moment at which a day begins in the Netherlands; null for what is no full date. */
function startOfDay(typed: string, plusDays: number): Date | null {
  const day = readDate(typed);
  if (day === null || day.length !== 10) return null;
  const midnight = new Date(Date.parse(`${day}T00:00:00Z`) + plusDays * 24 * hour);
  const candidates = [2, 1].map((offset) => new Date(midnight.getTime() - offset * hour));
  return candidates.find((moment) => dayAt(moment) === midnight.toISOString().slice(0, 10)) ?? midnight;
}

function filterOf({ who, what, from, until }: TrailAsk, subjectIds: string[] | null): TrailFilter {
  const [start, end] = [startOfDay(from, 0), startOfDay(until, 1)];
  const subject = trailSubjects.find((one) => one === what);
  return {
    ...(who && { byId: who }),
    ...(subject && { subjectType: subject }),
    ...(subjectIds && { subjectId: { in: subjectIds } }),
    ...(start && { from: start }),
    ...(end && { until: end }),
  };
}

/** A page of the trail, newest first, by day, with what was done in a row folded; and what its filter can be set to. */
export async function loadTrail(db: Db, assessment: AssessmentRow, reader: TrailReader, ask: TrailAsk) {
  const subjectIds = ask.record === "" ? null : await findSubjectsOfCode(db, assessment, reader.id, ask.record);
  const before = /^\d{1,15}$/.test(ask.before) ? Number(ask.before) : null;
  const [page, people, first, latest] = await Promise.all([
    listEvents(db, { chain: assessment.id, before, filter: filterOf(ask, subjectIds) }),
    listPeople(db, assessment.id),
    db.event.findUnique({ where: { chain_seq: { chain: assessment.id, seq: 1 } }, select: { at: true } }),
    db.chainHead.findUnique({ where: { chain: assessment.id } }),
  ]);
  const runs = foldEvents(await wordEvents(db, assessment, reader, page.events), ({ at }) => dayAt(at));
  const days: { day: string; runs: typeof runs }[] = [];
  for (const run of runs) {
    const day = dayAt(run[0].at);
    const last = days.at(-1);
    if (last?.day === day) last.runs.push(run);
    else days.push({ day, runs: [run] });
  }
  return {
    days,
    older: page.before,
    people,
    head: latest && { seq: latest.seq, hash: latest.hash },
    firstAt: first && new Date(first.at),
    wrongRecord: subjectIds?.length === 0,
    wrongDates: [ask.from, ask.until].some((typed) => typed.trim() !== "" && startOfDay(typed, 0) === null),
  };
}

/** A page of the trail. */
export type TrailShown = Awaited<ReturnType<typeof loadTrail>>;

/** Everyone who is or was a member: they can have done something. */
async function listPeople(db: Db, assessmentId: string): Promise<{ id: string; name: string }[]> {
  const members = await db.member.findMany({
    where: { assessmentId },
    select: { userId: true, user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return members.map(({ userId, user }) => ({ id: userId, name: user.name }));
}
