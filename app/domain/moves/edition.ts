import { z } from "zod";
import { movesFrom, type Move } from "./table";

/** The states of an edition; *superseded* is computed. */
export const editionStates = ["draft", "released", "withdrawn"] as const;

/** The state of an edition. */
export const EditionState = z.enum(editionStates);
export type EditionState = z.infer<typeof EditionState>;

/** The acts that move an edition. */
export type EditionMove = "release" | "withdraw";

/** The moves of an edition. */
const editionMoves: readonly Move<EditionState, EditionMove>[] = [
  { name: "release", from: ["draft"], to: "released" },
  { name: "withdraw", from: ["released"], to: "withdrawn", needsReason: true },
];

/** The states in which readers outside the team see an edition. */
export const shownEditionStates: readonly EditionState[] = ["released"];

/** An edition among the others of its assessment. */
export interface PlacedEdition {
  number: number;
  draft: number;
  state: EditionState;
}

/** The state that an edition is shown with: superseded once a later one was released, or a later draft of it was made. */
export function shownState(edition: PlacedEdition, all: readonly PlacedEdition[]): EditionState | "superseded" {
  if (edition.state === "withdrawn") return "withdrawn";
  const later = all.filter((other) => other.number > edition.number || (other.number === edition.number && other.draft > edition.draft));
  const overtaken =
    edition.state === "draft"
      ? later.length > 0 || isReleasedUnder(edition.number, all)
      : later.some((other) => other.state === "released");
  return overtaken ? "superseded" : edition.state;
}

/** The moves that an edition can make now; a draft that was overtaken can't be released any more. */
export function editionMovesNow(edition: PlacedEdition, all: readonly PlacedEdition[]): Move<EditionState, EditionMove>[] {
  const overtaken = edition.state === "draft" && shownState(edition, all) === "superseded";
  return overtaken ? [] : movesFrom(editionMoves, edition.state);
}

/** The move of that name that an edition can make now, or `undefined`. */
export function editionMoveNow(
  edition: PlacedEdition,
  all: readonly PlacedEdition[],
  name: EditionMove,
): Move<EditionState, EditionMove> | undefined {
  return editionMovesNow(edition, all).find((move) => move.name === name);
}

/** The number and draft that the next compile gets: a further draft of the newest edition while that is unreleased, else a new edition. */
export function nextDraft(all: readonly PlacedEdition[]): { number: number; draft: number } {
  const number = Math.max(0, ...all.map((edition) => edition.number));
  const newest = all.filter((edition) => edition.number === number);
  const open = newest.length > 0 && newest.every((edition) => edition.state === "draft");
  return open ? { number, draft: Math.max(...newest.map((edition) => edition.draft)) + 1 } : { number: number + 1, draft: 1 };
}

function isReleasedUnder(number: number, all: readonly PlacedEdition[]): boolean {
  return all.some((edition) => edition.number === number && edition.state !== "draft");
}
