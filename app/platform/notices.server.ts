import { z } from "zod";
import { AttributionLevel, codeOfProtected, giversOf, strictnessOf } from "~/domain/attribution";
import { shownEditionStates } from "~/domain/moves/edition";
import type { NoticeKind } from "~/domain/notices";
import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";
import { newId } from "./ids.server";
import { hmacSha256 } from "./sha256.server";
import { keepVersion } from "./versions.server";

/** What a released edition may show of somebody: answers, and the list of interviewees where she stands in it as more than anonymous. */
export interface Shown {
  assessmentId: string;
  answers: readonly { id: string; code: string }[];
  /** Since when she takes part, if the list of interviewees names anything of her. */
  listedSince: Date | null;
}

/** A released edition by its place. */
export interface ShowingEdition {
  id: string;
  number: number;
  draft: number;
}

const Ids = z.array(z.string());
const quoted = (name: string, value: string) => `"${name}":${JSON.stringify(value)}`;

/** The editions that are released and show some of these answers, or list the interviewee: what was frozen in them is not changed any more. */
export async function findShowingEditions(db: Db, { assessmentId, answers, listedSince }: Shown): Promise<ShowingEdition[]> {
  const rows = await db.edition.findMany({
    where: { assessmentId, state: { in: [...shownEditionStates] } },
    select: { id: true, number: true, draft: true, compiledAt: true, manifest: true },
    orderBy: [{ number: "desc" }, { draft: "desc" }],
  });
  if (rows.length === 0) return [];
  const { codeKey } = await db.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { codeKey: true } });
  const codes = answers.flatMap(({ id, code }) => [code, codeOfProtected(id, codeKey, hmacSha256)]).map((code) => quoted("code", code));
  const lists = listedSince === null ? [] : (await listsOfInterviewees(db, assessmentId)).map((id) => quoted("id", id));
  return rows
    .filter(
      ({ manifest, compiledAt }) =>
        codes.some((code) => manifest.includes(code)) ||
        (listedSince !== null && listedSince <= compiledAt && lists.some((id) => manifest.includes(id))),
    )
    .map(({ id, number, draft }) => ({ id, number, draft }));
}

/** Since when somebody takes part, as lists of interviewees may name her; null where they show nothing of her. */
export async function findListedSinceIfAny(db: Db, participant: { id: string; attribution: string }): Promise<Date | null> {
  if (strictnessOf(AttributionLevel.parse(participant.attribution)) === strictnessOf("anonymous")) return null;
  const first = { kind: "participant", recordId: participant.id, number: 1 };
  return (await db.version.findUnique({ where: { kind_recordId_number: first }, select: { at: true } }))?.at ?? null;
}

/** The sections and blocks that show the list of interviewees. */
async function listsOfInterviewees(db: Db, assessmentId: string): Promise<string[]> {
  const where = { assessmentId, data: { contains: quoted("block", "interviewees") } };
  const [sections, blocks] = await Promise.all([
    db.section.findMany({ where, select: { id: true } }),
    db.block.findMany({ where, select: { id: true } }),
  ]);
  return [...sections, ...blocks].map(({ id }) => id);
}

/** The answers that a participant gave or helped to give, in the order of the guide; withdrawn ones too. */
export async function listAnswersGivenBy(db: Db, participant: { id: string; interviewId: string }) {
  const [participants, answers] = await Promise.all([
    db.participant.findMany({ where: { interviewId: participant.interviewId }, select: { id: true } }),
    db.interviewAnswer.findMany({
      where: { interviewId: participant.interviewId },
      select: { id: true, code: true, version: true, state: true, givenBy: true, withdrawnAt: true },
      orderBy: { id: "asc" },
    }),
  ]);
  const given = (stored: string) => giversOf(Ids.parse(JSON.parse(stored)), participants).some(({ id }) => id === participant.id);
  return answers.filter(({ givenBy }) => given(givenBy));
}

/** What is to be noticed of released editions, and what it is about. */
export interface Noticed extends Shown {
  kind: NoticeKind;
  about: { kind: "participant" | "interview-answer"; id: string };
}

/**
 * Tells the lead, in the change that made an agreement stricter, of each released edition that still shows what was agreed before. One
 * that was settled is opened again.
 */
export async function noticeEditions(tx: Tx, context: ChangeContext, { kind, about, ...shown }: Noticed): Promise<number> {
  const editions = await findShowingEditions(tx, shown);
  for (const edition of editions) {
    const key = { kind, subjectKind: "edition", subjectId: edition.id, aboutKind: about.kind, aboutId: about.id };
    const before = await tx.notice.findUnique({ where: { kind_subjectKind_subjectId_aboutKind_aboutId: key } });
    const opened = { at: context.at, settledAt: null, settledById: null, settledNote: null, version: (before?.version ?? 0) + 1 };
    const id = before?.id ?? newId(context.at);
    if (before) await tx.notice.update({ where: { id }, data: opened });
    else await tx.notice.create({ data: { id, assessmentId: shown.assessmentId, ...key, ...opened } });
    await keepNotice(tx, context, id);
  }
  return editions.length;
}

/** Keeps what a notice holds now. */
export async function keepNotice(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, version, at: noticedAt, settledAt, ...fields } = await tx.notice.findUniqueOrThrow({ where: { id } });
  const body = { ...fields, at: noticedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "notice", recordId: id, number: version, body, by, at });
}

/** The notices of editions that readers can still read, oldest first; of one edition or about one participant, or all that are not settled. */
export async function listNotices(
  db: Db,
  assessmentId: string,
  only: { editionId?: string; aboutIds?: readonly string[]; open?: boolean } = {},
) {
  const editions = await db.edition.findMany({
    where: { assessmentId, state: { in: [...shownEditionStates] }, ...(only.editionId !== undefined && { id: only.editionId }) },
    select: { id: true, number: true, draft: true },
  });
  const notices = await db.notice.findMany({
    where: {
      assessmentId,
      subjectKind: "edition",
      subjectId: { in: editions.map(({ id }) => id) },
      ...(only.aboutIds && { aboutId: { in: [...only.aboutIds] } }),
      ...(only.open && { settledAt: null }),
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return notices.flatMap(({ subjectId, ...notice }) => {
    const edition = editions.find(({ id }) => id === subjectId);
    return edition ? [{ ...notice, edition }] : [];
  });
}

/** A notice of a released edition. */
export type EditionNotice = Awaited<ReturnType<typeof listNotices>>[number];
