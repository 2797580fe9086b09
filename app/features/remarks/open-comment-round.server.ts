import { dayAt } from "~/domain/day";
import type { LocalText } from "~/domain/local-text";
import { canOpenCommentRound } from "~/domain/moves/comment-round";
import { EditionState } from "~/domain/moves/edition";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { keepCommentRound } from "~/platform/comment-rounds.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";

/** On which edition remarks are asked, until which day, and what is asked of the readers. */
export interface OpenCommentRound {
  assessmentId: string;
  editionId: string;
  /** As `2026-03-03`. */
  dueOn: string;
  note: LocalText;
}

/** Refuses a day that has passed already. */
export function requireDay({ at }: ChangeContext, dueOn: string): void {
  if (dueOn < dayAt(at)) throw refuse("invalid", { field: "dueOn", problem: "in-past" });
}

/** Asks the readers of a released edition for remarks; refuses one that is not released, and a second round on the same. */
export async function openCommentRound(context: ChangeContext, input: OpenCommentRound): Promise<{ id: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, editionId, dueOn, note } = input;
    requireMay(context, assessmentId, "comment-round.manage", "edition.list");
    const edition = await tx.edition.findFirst({ where: { id: editionId, assessmentId }, select: { number: true, state: true } });
    if (!edition) throw refuse("not-found");
    const state = EditionState.parse(edition.state);
    if (!canOpenCommentRound(state, await tx.commentRound.count({ where: { editionId } }))) throw refuse("wrong-state", { state });
    requireDay(context, dueOn);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "comment-round");
    const opened = { openedAt: context.at, openedById: context.by.id };
    await tx.commentRound.create({
      data: { id, assessmentId, editionId, number, dueOn, note: JSON.stringify(note), ...opened, version: 1 },
    });
    await keepCommentRound(tx, context, id);
    const subject = { type: "comment-round", id, version: 1 } as const;
    return {
      result: { id },
      event: { action: "comment-round.open", subject, label: String(edition.number), change: { dueOn, asked: { ...note } } },
    };
  });
}
