import { dayAt } from "~/domain/day";
import { shownEditionStates, type EditionState } from "./edition";
import { type Move, moveFrom } from "./table";

/** The state of a round of remarks on an edition, computed from its times. */
export type CommentRoundState = "open" | "closed";

/** The acts in a round of remarks; those of its readers leave it as it is. */
export type CommentRoundMove = "close" | "reopen" | "remark" | "send" | "withdraw";

/** The moves of a round of remarks. */
export const commentRoundMoves: readonly Move<CommentRoundState, CommentRoundMove>[] = [
  { name: "close", from: ["open"], to: "closed" },
  { name: "reopen", from: ["closed"], to: "open", needsReason: true },
  { name: "remark", from: ["open"], to: "open" },
  { name: "send", from: ["open"], to: "open" },
  { name: "withdraw", from: ["open"], to: "open", needsReason: true },
];

/** The state of a round of remarks from its times. */
export function commentRoundStateOf({ closedAt }: { closedAt: Date | null }): CommentRoundState {
  return closedAt === null ? "open" : "closed";
}

/** Whether a round of remarks can make this move: one on an edition that its readers do not see any more stays closed. */
export function canMoveCommentRound(round: { closedAt: Date | null; edition: EditionState }, name: CommentRoundMove): boolean {
  return shownEditionStates.includes(round.edition) && moveFrom(commentRoundMoves, commentRoundStateOf(round), name) !== undefined;
}

/** Whether a round of remarks can be opened: on an edition that its readers see, and that had none. */
export function canOpenCommentRound(edition: EditionState, rounds: number): boolean {
  return shownEditionStates.includes(edition) && rounds === 0;
}

/** Whether a remark came after the day by which remarks were asked for; one that came on that day is in time. */
export function isLateRemark(sentAt: Date, dueOn: string | null): boolean {
  return dueOn !== null && dayAt(sentAt) > dueOn;
}
