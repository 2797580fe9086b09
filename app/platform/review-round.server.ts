import { outcomeOf } from "~/domain/moves/review-round";
import type { SectionMove } from "~/domain/moves/section";
import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { newId } from "./ids.server";
import { keepVersion } from "./versions.server";

/** What a writer asks of the reviewers when she sends a section: by when (`yyyy-mm-dd`), and what to look at. */
export interface AskedOfReviewers {
  dueOn: string | null;
  note: string;
}

/** Opens the next round of review of a section at its present number of changes; gives the number of the round. */
export async function openReviewRound(
  tx: Tx,
  context: ChangeContext,
  section: { id: string; assessmentId: string; changes: number },
  asked: AskedOfReviewers,
): Promise<number> {
  const { id: sectionId, assessmentId, changes: sectionChanges } = section;
  const last = await tx.reviewRound.findFirst({ where: { sectionId }, select: { number: true }, orderBy: { number: "desc" } });
  const round = { id: newId(context.at), assessmentId, sectionId, number: (last?.number ?? 0) + 1, sectionChanges, ...asked };
  await tx.reviewRound.create({ data: { ...round, openedAt: context.at, openedById: context.by.id, version: 1 } });
  await keepReviewRound(tx, context, round.id);
  return round.number;
}

/** Ends the open round of a section as the move says; nothing where the move ends none or no round is open. */
export async function closeReviewRound(tx: Tx, context: ChangeContext, sectionId: string, move: SectionMove): Promise<void> {
  const outcome = outcomeOf(move);
  const open = outcome && (await tx.reviewRound.findFirst({ where: { sectionId, closedAt: null }, select: { id: true } }));
  if (!open) return;
  await tx.reviewRound.update({ where: { id: open.id }, data: { closedAt: context.at, outcome, version: { increment: 1 } } });
  await keepReviewRound(tx, context, open.id);
}

async function keepReviewRound(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.reviewRound.findUniqueOrThrow({ where: { id } });
  const { assessmentId, version, openedAt, closedAt, ...fields } = row;
  const body = { ...fields, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "review-round", recordId: id, number: version, body, by, at });
}
