import { z } from "zod";
import { moveFrom, type Move } from "./table";

/** The states of an import: decided on, taken over, or put aside. */
export const ImportState = z.enum(["draft", "imported", "discarded"]);
/** The state of an import. */
export type ImportState = z.infer<typeof ImportState>;

/** The acts that move an import. */
export type ImportMove = "take" | "discard";

const moves: readonly Move<ImportState, ImportMove>[] = [
  { name: "take", from: ["draft"], to: "imported" },
  { name: "discard", from: ["draft"], to: "discarded" },
];

/** The move of that name that an import can make now, or `undefined`. What has begun to be taken over can't be put aside any more. */
export function importMoveNow(state: ImportState, begun: boolean, name: ImportMove): Move<ImportState, ImportMove> | undefined {
  return name === "discard" && begun ? undefined : moveFrom(moves, state, name);
}

/** Whether records can still be decided on: before anything was taken over. */
export function mayDecide(state: ImportState, begun: boolean): boolean {
  return importMoveNow(state, begun, "discard") !== undefined;
}
