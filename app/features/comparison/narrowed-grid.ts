import { type ComparisonFilter, fitsColumn, fitsRow } from "~/domain/interviews/comparison";
import type { Grid, GridColumn } from "./read-grid.server";

/** The columns and rows that a filter leaves, rows with their place in the grid; with a state those that hold a cell in it. */
export function narrowedGrid(grid: Grid, filter: ComparisonFilter) {
  const columns = grid.columns.filter((column) => fitsColumn(column, filter));
  const rows = grid.rows.map((row, index) => ({ row, index })).filter(({ row }) => fitsRow(row, filter));
  const { state } = filter;
  if (state === null) return { columns, rows };
  const isIn = (column: GridColumn, index: number) => column.cells[index]?.state === state;
  return {
    columns: columns.filter((column) => rows.some(({ index }) => isIn(column, index))),
    rows: rows.filter(({ index }) => columns.some((column) => isIn(column, index))),
  };
}
