import { z } from "zod";
import type { ProposalKind } from "~/domain/returned/proposal";
import { moveFrom, type Move } from "./table";

/** The states of one thing that a returned file holds. */
export const ReturnedItemState = z.enum(["open", "taken", "left", "done"]);
/** The state of one thing that a returned file holds. */
export type ReturnedItemState = z.infer<typeof ReturnedItemState>;

/** The acts on it. */
export type ReturnedItemMove = "take" | "leave" | "place" | "finish";

/** What is found is taken over or left out; what belongs to no text is placed by hand or marked as done. */
const moves: readonly Move<ReturnedItemState, ReturnedItemMove>[] = [
  { name: "take", from: ["open"], to: "taken" },
  { name: "leave", from: ["open"], to: "left" },
  { name: "place", from: ["open"], to: "taken" },
  { name: "finish", from: ["open"], to: "done" },
];

const movesOfRemark: readonly ReturnedItemMove[] = ["place", "finish"];

/** The move of that name that it can make now, or `undefined`. */
export function returnedItemMove(
  { kind, state }: { kind: ProposalKind; state: ReturnedItemState },
  name: ReturnedItemMove,
): Move<ReturnedItemState, ReturnedItemMove> | undefined {
  return movesOfRemark.includes(name) === (kind === "remark") ? moveFrom(moves, state, name) : undefined;
}

/** The states in which it waits for somebody to deal with it. */
export const waitingItemStates: readonly ReturnedItemState[] = ["open"];
