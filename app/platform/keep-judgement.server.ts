import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { newId } from "./ids.server";
import { indexText } from "./index-text.server";
import { keepVersion } from "./versions.server";

const judgementFields = {
  assessmentId: true,
  roundId: true,
  code: true,
  subjectKind: true,
  subjectId: true,
  criterion: true,
  rater: true,
  level: true,
  without: true,
  justification: true,
  language: true,
  ownExpertise: true,
  agreed: true,
  method: true,
  dissent: true,
  protocolNumber: true,
  wording: true,
  version: true,
} as const;

/**
 * Keeps what a judgement holds now, with its grounds. The id of the rater's assignment, which no page and no event shows, is part of it: the
 * digest stands in the trail while the round is blind, and without it a level could be found by trying each.
 */
export async function keepJudgement(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.judgement.findUniqueOrThrow({ where: { id }, select: judgementFields });
  const { assessmentId, version, ...fields } = row;
  const { roundId, rater } = row;
  const assignment = await tx.roundRater.findUnique({ where: { roundId_userId: { roundId, userId: rater } }, select: { id: true } });
  const grounds = await tx.ground.findMany({
    where: { holderKind: "judgement", holderId: id },
    select: { evidenceKind: true, evidenceId: true },
    orderBy: [{ evidenceKind: "asc" }, { evidenceId: "asc" }],
  });
  const body = { ...fields, grounds, assignment: assignment?.id ?? null };
  await keepVersion(tx, { assessmentId, kind: "judgement", recordId: id, number: version, body, by, at });
}

/** Lets a judgement of a round that has opened be found by the words of its justification. */
export async function indexJudgement(tx: Tx, id: string): Promise<void> {
  const { assessmentId, justification, language } = await tx.judgement.findUniqueOrThrow({ where: { id } });
  await indexText(tx, { assessmentId, kind: "judgement", recordId: id, field: "justification", language, text: justification });
}

/** Keeps what a round holds now, with its raters. */
export async function keepRound(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.round.findUniqueOrThrow({ where: { id }, include: { raters: { orderBy: { userId: "asc" } } } });
  const { assessmentId, number, title, subjectKind, subjects, criteria, blind, dueOn, openedAt, closedAt, protocolNumber, version } = row;
  const time = (moment: Date | null) => moment?.toISOString() ?? null;
  const raters = row.raters.map(({ userId, sentAt, replacedAt }) => ({ userId, sentAt: time(sentAt), replacedAt: time(replacedAt) }));
  const times = { openedAt: time(openedAt), closedAt: time(closedAt) };
  const body = { number, title, subjectKind, subjects, criteria, blind, dueOn, ...times, protocolNumber, raters };
  await keepVersion(tx, { assessmentId, kind: "round", recordId: id, number: version, body, by, at });
}

/** Lets an agreed judgement rest on what the raters' judgements rest on, each ground once; one that it has already stays. */
export async function inheritGrounds(
  tx: Tx,
  { at }: ChangeContext,
  to: { assessmentId: string; id: string },
  fromIds: readonly string[],
): Promise<void> {
  const ids = [to.id, ...fromIds];
  const rows = await tx.ground.findMany({
    where: { holderKind: "judgement", holderId: { in: ids } },
    select: { holderId: true, evidenceKind: true, evidenceId: true },
    orderBy: { id: "asc" },
  });
  const key = (row: { evidenceKind: string; evidenceId: string }) => `${row.evidenceKind}/${row.evidenceId}`;
  const own = new Set(rows.filter(({ holderId }) => holderId === to.id).map(key));
  const once = new Map(rows.filter((row) => !own.has(key(row))).map((row) => [key(row), row]));
  const data = [...once.values()].map(({ evidenceKind, evidenceId }) => ({
    id: newId(at),
    assessmentId: to.assessmentId,
    holderKind: "judgement",
    holderId: to.id,
    evidenceKind,
    evidenceId,
    note: null,
  }));
  if (data.length > 0) await tx.ground.createMany({ data });
}
