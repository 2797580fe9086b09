import type { Cell } from "./cell";

/** What a row comes to: a new record, more of one that is there, a change of it, nothing new, an error, or left out by choice. */
export const rowOutcomes = ["new", "adds", "changes", "same", "error", "skipped"] as const;
/** What a row comes to. */
export type RowOutcome = (typeof rowOutcomes)[number];

/** What is wrong with a cell: a key of the texts of imports, with its values. */
export interface CellProblem {
  /** Counted from 0; null = the row as a whole. */
  column: number | null;
  message: string;
  values?: Readonly<Record<string, string | number>>;
}

/** One thing that a row brings, and whether it is there already. */
export interface PlannedItem {
  label: string;
  text: string;
  /** `beside` is added to another of its kind, which stays; `kept` is not taken over, since the record says something else; `instead` takes the place of what was there. */
  state: "new" | "there" | "beside" | "kept" | "instead";
  /** The code of what it stands beside, or what the record says. */
  other?: string | undefined;
}

/** What becomes of one row; `row` is counted from 0. */
export interface PlannedRow {
  row: number;
  outcome: RowOutcome;
  title: string;
  /** The record that it adds to, or the earlier row (counted from 0) with the same new one. */
  target: { code: string; name: string } | { row: number } | null;
  problems: CellProblem[];
  items: PlannedItem[];
}

/** Whether taking an item over writes anything. */
export function isWritten({ state }: Pick<PlannedItem, "state">): boolean {
  return state === "new" || state === "beside" || state === "instead";
}

/** Whether taking a row over writes anything. */
export function writes({ outcome }: Pick<PlannedRow, "outcome">): boolean {
  return outcome === "new" || outcome === "adds" || outcome === "changes";
}

/** How many rows come to what. */
export function countOutcomes(rows: readonly PlannedRow[]): Record<RowOutcome, number> {
  const counts = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, 0])) as Record<RowOutcome, number>;
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** What a plan comes to as one text: two that are the same do the same. */
export function planText(rows: readonly PlannedRow[]): string {
  return JSON.stringify(
    rows.map(({ row, outcome, target, items }) => [row, outcome, target, items.map(({ label, text, state }) => [label, text, state])]),
  );
}

/** The rows below the header that hold anything, with their place. */
export function filledRows<Row extends readonly Cell[]>(rows: readonly Row[], header: number): { row: number; cells: Row }[] {
  return rows
    .map((cells, row) => ({ row, cells }))
    .slice(header + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ""));
}
