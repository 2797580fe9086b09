import { moveFrom, type Move } from "./table";

/** The state of a comment; a draft is kept for its writer alone. */
export type CommentState = "draft" | "open" | "resolved" | "withdrawn";

/** The acts on a comment. */
export type CommentMove = "send" | "change" | "answer" | "resolve" | "reopen" | "withdraw";

/** The moves of a comment. Resolving and opening again are acts on the one that opens a thread. */
const commentMoves: readonly Move<CommentState, CommentMove>[] = [
  { name: "send", from: ["draft"], to: "open" },
  { name: "change", from: ["draft"], to: "draft" },
  { name: "change", from: ["open"], to: "open" },
  { name: "answer", from: ["open"], to: "open" },
  { name: "answer", from: ["resolved"], to: "resolved" },
  { name: "resolve", from: ["open"], to: "resolved" },
  { name: "reopen", from: ["resolved"], to: "open" },
  { name: "withdraw", from: ["draft", "open", "resolved"], to: "withdrawn" },
];

/** The moments of a comment that say in which state it is. */
export interface CommentMoments {
  sentAt: Date | null;
  resolvedAt: Date | null;
  archivedAt: Date | null;
}

/** The state of a comment as its row says it. */
export function commentState({ sentAt, resolvedAt, archivedAt }: CommentMoments): CommentState {
  if (archivedAt) return "withdrawn";
  if (!sentAt) return "draft";
  return resolvedAt ? "resolved" : "open";
}

/** Says whether a comment in this state can have this done to it. */
export function canComment(state: CommentState, name: CommentMove): boolean {
  return moveFrom(commentMoves, state, name) !== undefined;
}
