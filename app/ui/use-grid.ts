import type { RefObject } from "react";
import { useEffect } from "react";

/**
 * Makes a table one stop of the tab key, in which the arrows lead from cell to cell (the grid pattern of ARIA): Home and End within a row,
 * with Ctrl to the first and last cell, Page Up and Page Down by ten rows. What is focused is the link in a cell, or the cell itself. Before
 * script has loaded the links are ordinary ones. `shown` is whatever changes when the cells do.
 */
export function useGrid(table: RefObject<HTMLTableElement | null>, shown: unknown): void {
  useEffect(() => {
    const { current } = table;
    if (!current) return;
    const rows = cellsOf(current);
    current.setAttribute("role", "grid");
    for (const cell of rows.flat()) cell.tabIndex = -1;
    const first = current.querySelector<HTMLElement>("[aria-current=true]") ?? rows.find((row) => row.length > 1)?.[1] ?? rows[0]?.[0];
    if (first) first.tabIndex = 0;
    let roving = first;
    const rove = (event: FocusEvent) => {
      const cell = event.target;
      if (!(cell instanceof HTMLElement) || !current.contains(cell)) return;
      if (roving) roving.tabIndex = -1;
      roving = cell;
      cell.tabIndex = 0;
    };
    const press = (event: KeyboardEvent) => {
      const to = event.altKey || event.metaKey ? null : stepFrom(rows, event);
      if (!to) return;
      event.preventDefault();
      to.focus();
      to.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    current.addEventListener("focusin", rove);
    current.addEventListener("keydown", press);
    return () => {
      current.removeEventListener("focusin", rove);
      current.removeEventListener("keydown", press);
    };
  }, [table, shown]);
}

/** What can be focused in each row of the table: the link of a cell, or a cell without one. The heading of a group of rows is passed over. */
function cellsOf(table: HTMLTableElement): HTMLElement[][] {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector<HTMLElement>("a") ?? cell));
  return rows.filter((cells) => cells.length > 1);
}

const page = 10;

function stepFrom(rows: readonly HTMLElement[][], { key, ctrlKey, target }: KeyboardEvent): HTMLElement | null {
  const row = rows.findIndex((cells) => cells.some((cell) => cell === target));
  const column = rows[row]?.findIndex((cell) => cell === target) ?? -1;
  if (row < 0 || column < 0) return null;
  const last = rows.length - 1;
  const width = rows[row]?.length ?? 0;
  const steps: Record<string, [number, number]> = {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    Home: [ctrlKey ? 0 : row, 0],
    End: ctrlKey ? [last, (rows[last]?.length ?? 1) - 1] : [row, width - 1],
    PageDown: [Math.min(last, row + page), column],
    PageUp: [Math.max(0, row - page), column],
  };
  const step = steps[key];
  return step ? (rows[step[0]]?.[step[1]] ?? rows[step[0]]?.at(-1) ?? null) : null;
}
