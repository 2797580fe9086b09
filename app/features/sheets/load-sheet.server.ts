import { cellText, columnLetter, isEmptyCell } from "~/domain/sheets/cell";
import { groupBy } from "~/domain/evidence/graph";
import type { ColumnTarget } from "~/domain/sheets/columns";
import { headerRows } from "~/domain/sheets/header";
import { formatOf, guessNumbers } from "~/domain/sheets/numbers";
import { countOutcomes, type PlannedRow, rowOutcomes, writes } from "~/domain/sheets/planned";
import { db } from "~/platform/db.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { type FoundSheet, findSheet, readOf } from "./find-sheet.server";
import { textsOfColumn } from "./guess-mapping.server";
import { planDigest } from "./take-sheet.server";

/** Which rows a page shows. */
export type RowShow = (typeof rowOutcomes)[number] | "all";

/** How many rows stand on one page. */
const onPage = 25;

/** The page of a person's own spreadsheet: what its columns hold, or what becomes of its rows, as the address asks. */
export async function loadSheet(kind: SheetKind, userId: string, number: string | undefined, query: URLSearchParams) {
  const found = await findSheet(db, kind, userId, number);
  const mapping = found.mayDiscard && (!found.mapping.settled || query.get("step") === "columns");
  return {
    sheet: factsOf(found),
    columns: mapping ? readColumns(kind, found) : null,
    plan: mapping ? null : await readPlan(kind, found, query),
  };
}

function factsOf({ number, state, fileName, version, createdAt, importedAt, added, changed, begun, mayDiscard, mapping }: FoundSheet) {
  const { sheet, formulas, merged, fill, settled } = mapping;
  return {
    number,
    state,
    fileName,
    version,
    createdAt,
    importedAt,
    added,
    changed,
    begun,
    mayDiscard,
    sheet,
    formulas,
    merged: merged.length,
    fill,
    settled,
  };
}

function readColumns({ targets, assessment }: SheetKind, { rows, mapping }: FoundSheet) {
  const { header, language } = mapping;
  const below = rows.slice(header + 1);
  return {
    groups: groupsOf(targets),
    languages: assessment.languages,
    language,
    header,
    sheets: mapping.sheets,
    headers: rows.slice(0, headerRows).map((row) =>
      row
        .map((cell) => cellText(cell))
        .filter(Boolean)
        .slice(0, 6)
        .join(" · ")
        .slice(0, 120),
    ),
    columns: mapping.columns.map((column, at) => {
      const target = targets.find(({ key }) => key === column.target);
      const numbers = guessNumbers(textsOfColumn(rows, header, at));
      const hasNumbers = (target?.numeric ?? false) && (numbers.format ?? numbers.ambiguous ?? numbers.differing) !== null;
      return {
        ...{ letter: columnLetter(at), head: cellText(rows[header]?.[at]) },
        examples: below
          .map((row) => row[at] ?? null)
          .filter((cell) => !isEmptyCell(cell))
          .slice(0, 3)
          .map((cell) => cellText(cell).slice(0, 80)),
        ...{ target: column.target, currency: column.currency, asOf: column.asOf },
        numbers: hasNumbers ? (column.numbers ?? numbers.format ?? formatOf(language)) : null,
        ambiguous: column.numbers === null ? numbers.ambiguous : null,
        differing: numbers.differing,
        currencies: target?.currencies ?? null,
        dated: target?.dated ?? false,
      };
    }),
  };
}

/** The columns of a sheet as their form shows them. */
export type ShownColumns = ReturnType<typeof readColumns>;

function groupsOf(targets: readonly ColumnTarget[]) {
  return [...groupBy(targets, ({ group }) => group)].map(([label, options]) => ({
    label,
    options: options.map(({ key, label: name }) => ({ value: key, label: name })),
  }));
}

async function readPlan(kind: SheetKind, found: FoundSheet, query: URLSearchParams) {
  const planned = await kind.plan(db, readOf(found));
  const show: RowShow = rowOutcomes.find((one) => one === query.get("show")) ?? "all";
  const after = /^\d{1,5}$/u.test(query.get("after") ?? "") ? Number(query.get("after")) : -1;
  const fitting = planned.filter(({ row, outcome }) => row > after && (show === "all" || outcome === show));
  const heads = found.mapping.columns.map((_, at) => ({
    letter: columnLetter(at),
    head: cellText(found.rows[found.mapping.header]?.[at]),
  }));
  return {
    ...{ show, after, heads },
    digest: planDigest(planned),
    counts: countOutcomes(planned),
    total: planned.length,
    writing: planned.filter(writes).length,
    next: fitting.length > onPage ? (fitting[onPage - 1]?.row ?? null) : null,
    rows: fitting.slice(0, onPage).map((row) => shownRow(row, found)),
  };
}

function shownRow({ row, outcome, title, target, items, problems }: PlannedRow, { rows, mapping }: FoundSheet) {
  return {
    ...{ row, outcome, title, target, items },
    decision: mapping.decisions[row] ?? null,
    problems: problems.map(({ column, message, values = {} }) => ({
      column,
      message,
      values,
      typed: column === null ? "" : cellText(rows[row]?.[column]),
    })),
  };
}

/** The rows of a sheet as a page shows them. */
export type ShownPlan = Awaited<ReturnType<typeof readPlan>>;
/** A row of a sheet as a page shows it. */
export type ShownRow = ShownPlan["rows"][number];
/** What a page tells of a spreadsheet itself. */
export type ShownSheet = ReturnType<typeof factsOf>;
