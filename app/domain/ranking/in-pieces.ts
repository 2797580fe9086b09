import type { ShownRanking, ShownSpreads, ShownTree } from "./shown";

/** How many rows a picture may have on a sheet of paper. */
const mostRows = 28;

/** A ranking or its draws in pieces that each fit a sheet of paper. */
export function inPieces<Shown extends ShownRanking | ShownSpreads>(shown: Shown): Shown[] {
  const pieces = Math.ceil(shown.rows.length / mostRows);
  return Array.from({ length: pieces }, (_, at) => ({ ...shown, rows: shown.rows.slice(at * mostRows, (at + 1) * mostRows) }));
}

/** Whether a drawing of profiles fits a sheet of paper; it can't be cut. */
export function fitsPaper({ names }: ShownTree): boolean {
  return names.length <= mostRows;
}
