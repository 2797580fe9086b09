import type { BoundFigure } from "~/domain/text/document";

/** Says whether a figure needs no look: it says what its data say now, or was kept when they already said that. */
export function isFigureSettled({ shown, kept }: Pick<BoundFigure, "shown" | "kept">, now: string | null): boolean {
  return now !== null && (shown === now || kept === now);
}
