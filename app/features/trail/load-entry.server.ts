import { dayAt } from "~/domain/day";
import { foldEvents } from "~/domain/trail/told-event";
import { judgementsSeenBy } from "~/platform/blind.server";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { findEventIfAny, listEvents } from "~/platform/trail.server";
import { wordEvents, type TrailReader } from "./word-events.server";

/** One entry of the trail, with its fingerprints and the code under which the history of its subject stands. */
export async function loadEntry(db: Db, assessment: AssessmentRow, reader: TrailReader, entry: string | undefined) {
  const seq = /^\d{1,15}$/.test(entry ?? "") ? Number(entry) : 0;
  const event = await findEventIfAny(db, assessment.id, seq);
  if (!event) throw refuse("not-found");
  const { hash, prev, ...shown } = event;
  const head = await db.chainHead.findUnique({ where: { chain: assessment.id }, select: { seq: true } });
  const [told] = await wordEvents(db, assessment, reader, [shown]);
  if (!told) throw refuse("not-found");
  return { event: told, hash, prev, last: head?.seq === seq, history: historyOf(shown) };
}

/** The kind and code under which the history of what an event is about is found. */
function historyOf({ subject, label }: { subject: { type: string }; label: string | null }): { kind: string; code: string } | null {
  if (label === null) return null;
  if (subject.type === "block") return /^([FCR]\d|A)/.test(label) ? { kind: "statement", code: label } : null;
  return historyKinds.includes(subject.type) ? { kind: subject.type, code: label } : null;
}

type Find = (db: Db, where: { assessmentId: string; code: string }, viewerId: string) => Promise<string[]>;
const idOf = (row: { id: string } | null) => (row ? [row.id] : []);
const select = { id: true } as const;

/** How the ids of what an event is about are found by a code. A judgement is found only by who may see it: not one of a round that is blind to her. */
const finders: Readonly<Record<string, Find>> = {
  source: async (db, where) => {
    const source = await db.source.findFirst({ where, select: { id: true, screenings: { select } } });
    return source ? [source.id, ...source.screenings.map(({ id }) => id)] : [];
  },
  excerpt: async (db, where) => idOf(await db.excerpt.findFirst({ where, select })),
  interview: async (db, where) => idOf(await db.interview.findFirst({ where, select })),
  "interview-answer": async (db, where) => idOf(await db.interviewAnswer.findFirst({ where, select })),
  interviewee: async (db, where) => idOf(await db.interviewee.findFirst({ where, select })),
  actor: async (db, where) => idOf(await db.actor.findFirst({ where, select })),
  "actor-fact": async (db, where) => idOf(await db.actorFact.findFirst({ where, select })),
  "actor-relation": async (db, where) => idOf(await db.actorRelation.findFirst({ where, select })),
  intervention: async (db, where) => idOf(await db.intervention.findFirst({ where, select })),
  judgement: async (db, where, viewerId) =>
    (await db.judgement.findMany({ where: { ...where, AND: [judgementsSeenBy(viewerId)] }, select })).map(({ id }) => id),
  alignment: async (db, where) => idOf(await db.alignment.findFirst({ where, select })),
  remark: async (db, where) => idOf(await db.remark.findFirst({ where: { ...where, sentAt: { not: null } }, select })),
  section: async (db, where) => {
    const section = await db.section.findFirst({ where, select: { id: true, blocks: { select } } });
    return section ? [section.id, ...section.blocks.map(({ id }) => id)] : [];
  },
  statement: async (db, where) => {
    const statement = await db.statement.findFirst({ where, select: { blockId: true } });
    return statement ? [statement.blockId] : [];
  },
};

/** The kinds of thing that have a history by code. */
export const historyKinds = Object.keys(finders);

/** The ids under which the trail knows a thing; none when there is no such thing for this person. */
export async function findSubjects(
  db: Db,
  assessment: AssessmentRow,
  viewerId: string,
  kind: string | undefined,
  code: string | undefined,
): Promise<string[]> {
  const find = Object.hasOwn(finders, kind ?? "") ? finders[kind ?? ""] : undefined;
  return find && code ? find(db, { assessmentId: assessment.id, code }, viewerId) : [];
}

/** The ids of everything that has this code, of whatever kind. */
export async function findSubjectsOfCode(db: Db, assessment: AssessmentRow, viewerId: string, code: string): Promise<string[]> {
  const where = { assessmentId: assessment.id, code };
  const found = await Promise.all(Object.values(finders).map((find) => find(db, where, viewerId)));
  return found.flat();
}

/** The history of one thing: its entries, newest first, with before and after; what one person saved of it in a row on one day is one run. */
export async function loadHistory(
  db: Db,
  assessment: AssessmentRow,
  reader: TrailReader,
  ask: { kind: string | undefined; code: string | undefined; before: string },
) {
  const ids = await findSubjects(db, assessment, reader.id, ask.kind, ask.code);
  if (ids.length === 0) throw refuse("not-found");
  const before = /^\d{1,15}$/.test(ask.before) ? Number(ask.before) : null;
  const page = await listEvents(db, { chain: assessment.id, before, filter: { subjectId: { in: ids } } });
  return {
    kind: ask.kind ?? "",
    code: ask.code ?? "",
    runs: foldEvents(await wordEvents(db, assessment, reader, page.events), ({ at }) => dayAt(at)),
    older: page.before,
  };
}

/** The history of one thing as its page shows it. */
export type HistoryShown = Awaited<ReturnType<typeof loadHistory>>;
