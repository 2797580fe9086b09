import type { ComparedState } from "~/domain/interviews/comparison";
import type { AnswerState } from "~/domain/moves/interview";
import type { EarlierItem } from "~/domain/interviews/earlier-items";
import type { GuideQuestion } from "~/domain/protocol/guide";
import type { GridColumn, Grid } from "./read-grid.server";

/** A cell with its place in the grid. */
export interface PlacedCell {
  /** `I7:22b` */
  code: string;
  interview: string;
  /** `22b` */
  row: string;
  question: GuideQuestion;
  part: string;
  earlier: EarlierItem | undefined;
  state: ComparedState;
  /** The state of the answer itself, which a disputed one has besides; null where there is none. */
  answered: AnswerState | null;
  value: unknown;
}

/** The cells of some columns and rows, row by row. */
export function placedCells(rows: readonly { row: Grid["rows"][number]; index: number }[], columns: readonly GridColumn[]): PlacedCell[] {
  return rows.flatMap(({ row, index }) =>
    columns.flatMap((column) => {
      const cell = column.cells[index];
      if (!cell) return [];
      return {
        code: `${column.code}:${row.code}`,
        interview: column.code,
        row: row.code,
        question: row.question,
        part: row.part,
        earlier: row.earlier,
        state: cell.state,
        answered: cell.answer?.state ?? null,
        value: cell.answer?.value ?? null,
      };
    }),
  );
}
