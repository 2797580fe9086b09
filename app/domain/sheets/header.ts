import { isEmptyCell, type Rows } from "./cell";
import { longestHead } from "./columns";

/** How many rows at the top a header is looked for in. */
export const headerRows = 15;

/**
 * The row that holds the heads of the columns, counted from 0: that with most words in different cells among the first fifteen, a known head counting
 * for three; the first of several. A sheet without a row has its header at 0.
 */
export function guessHeader(rows: Rows, isKnown: (head: string) => boolean): number {
  const scores = rows.slice(0, headerRows).map((row) => {
    const heads = new Set(
      row.filter((cell): cell is string => typeof cell === "string" && !isEmptyCell(cell) && cell.length <= longestHead),
    );
    return [...heads].reduce((sum, head) => sum + (isKnown(head) ? 3 : 1), 0);
  });
  return Math.max(0, scores.indexOf(Math.max(...scores, 0)));
}
