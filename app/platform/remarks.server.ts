import { z } from "zod";
import type { LocalText } from "~/domain/local-text";
import { canMoveCommentRound } from "~/domain/moves/comment-round";
import { EditionState } from "~/domain/moves/edition";
import { isAnswered, mayBeShown, stances, type RemarkStanding } from "~/domain/remarks/remark";
import type { WorkRemarks } from "~/domain/work/talk-work";
import { oldestOf } from "~/domain/work/task";
import type { Db } from "./db.server";

/** The columns of a remark that its colleagues and the team read once it was sent: nothing of what the team makes of it. */
export const saidOfRemark = {
  id: true,
  editionId: true,
  number: true,
  code: true,
  sectionCode: true,
  statementCode: true,
  passage: true,
  text: true,
  language: true,
  byId: true,
  at: true,
  sentAt: true,
  withdrawnAt: true,
  version: true,
} as const;

/** The columns of a remark that the team alone reads until the response was shown. */
export const answeredOfRemark = {
  id: true,
  stance: true,
  response: true,
  changed: true,
  statements: true,
  respondedAt: true,
  respondedById: true,
  shownAt: true,
} as const;

const texts = (stored: string): LocalText => z.record(z.string(), z.string()).parse(JSON.parse(stored));

/** What the team made of a remark, as it is stored; a text that nobody wrote has no language in it. */
export const RemarkAnswer = z.object({
  stance: z.enum(stances).nullable(),
  response: z.string().transform(texts),
  changed: z.string().transform(texts),
  statements: z.string().transform((stored) => z.array(z.string()).parse(JSON.parse(stored))),
});
export type RemarkAnswer = z.infer<typeof RemarkAnswer>;

/** Remarks whose responses were shown, in the order of editions and numbers, as any reader of a later edition may see them. */
export async function readShownRemarks(db: Db, assessmentId: string) {
  const rows = await db.remark.findMany({
    where: { assessmentId, shownAt: { not: null }, withdrawnAt: null },
    select: { ...saidOfRemark, ...answeredOfRemark },
    orderBy: { number: "asc" },
  });
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ editionId }) => editionId))];
  const editions = await db.edition.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  const numbers = new Map(editions.map(({ id, number }) => [id, number]));
  return rows
    .map((row) => ({ ...row, ...RemarkAnswer.parse(row), edition: numbers.get(row.editionId) ?? 0 }))
    .toSorted((one, other) => one.edition - other.edition || one.number - other.number);
}

/** The rounds of remarks on editions that are released, with what in them waits for somebody. Three queries; nothing of what a remark says. */
export async function readRemarkWork(db: Db, assessmentId: string): Promise<WorkRemarks[]> {
  const rounds = await db.commentRound.findMany({ where: { assessmentId }, orderBy: { number: "asc" } });
  if (rounds.length === 0) return [];
  const ids = rounds.map(({ editionId }) => editionId);
  const [editions, sent] = await Promise.all([
    db.edition.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, state: true } }),
    db.remark.findMany({
      where: { assessmentId, withdrawnAt: null, sentAt: { not: null } },
      select: { ...answeredOfRemark, editionId: true, byId: true, sentAt: true, withdrawnAt: true },
    }),
  ]);
  return rounds.flatMap(({ editionId, openedAt, closedAt, dueOn }) => {
    const edition = editions.find(({ id }) => id === editionId);
    if (!edition) return [];
    const open = canMoveCommentRound({ closedAt, edition: EditionState.parse(edition.state) }, "send");
    const here = sent.filter((row) => row.editionId === editionId).map((row) => ({ ...row, ...RemarkAnswer.parse(row) }));
    return [{ edition: edition.number, open, openedAt, dueOn, ...waitingOf(here) }];
  });
}

function waitingOf(sent: readonly (RemarkStanding & { id: string; byId: string })[]) {
  const unanswered = sent.filter((remark) => !isAnswered(remark));
  return {
    senderIds: [...new Set(sent.map(({ byId }) => byId))],
    unanswered: unanswered.map(({ id }) => id),
    oldest: oldestOf(unanswered.flatMap(({ sentAt }) => sentAt ?? [])),
    toShow: sent.filter(mayBeShown).map(({ id }) => id),
  };
}
