import type { Move } from "./table";

/** The states of an edition; *superseded* is computed. */
export const editionStates = ["draft", "released", "withdrawn"] as const;

/** The state of an edition. */
export type EditionState = (typeof editionStates)[number];

/** The acts that move an edition. */
export type EditionMove = "release" | "withdraw";

/** The moves of an edition. */
export const editionMoves: readonly Move<EditionState, EditionMove>[] = [
  { name: "release", from: ["draft"], to: "released" },
  { name: "withdraw", from: ["released"], to: "withdrawn", needsReason: true },
];
