import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** How the rows are ordered, as the query string has it: `sort=title` or `sort=-title`. */
export interface Sorting {
  key: string;
  descending: boolean;
}

/** Reads `sort` from the query string; only keys that the list can be sorted by count. */
export function sortingFrom(search: URLSearchParams, keys: readonly string[], usual: Sorting): Sorting {
  const text = search.get("sort") ?? "";
  const descending = text.startsWith("-");
  const key = descending ? text.slice(1) : text;
  return keys.includes(key) ? { key, descending } : usual;
}

/** One column of a table of records. */
export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right" | "center" | undefined;
  /** The head is a link that sorts by the key of the column. */
  sortable?: boolean | undefined;
  /** A second figure in the same cells, by whose key they can be sorted too. */
  also?: { key: string; head: string } | undefined;
  /** On a narrow screen: the first line, a part of the second with or without its head, or left out. */
  narrow?: "title" | "meta" | "named" | "hidden" | undefined;
}

export interface DataTableProps<Row> {
  /** What the rows are; heard, and seen only with `showCaption`. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorting?: Sorting | undefined;
  showCaption?: boolean | undefined;
  /** In place of the table when there are no rows. */
  empty?: ReactNode;
}

/** Rows of records: one column is the head of its row (`narrow: "title"`, or else the first). Narrow, each row is an item of two lines. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, showCaption, empty }: DataTableProps<Row>) {
  const t = useTranslations("ui.table");
  if (rows.length === 0 && empty) return <>{empty}</>;
  const title = columns.find((column) => column.narrow === "title") ?? columns[0];
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t("region", { caption })}>
      <table className="t list">
        <caption className={showCaption ? undefined : "vh"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <RowCell key={column.key} column={column} row={row} isTitle={column === title} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowCell<Row>({ column, row, isTitle }: { column: Column<Row>; row: Row; isTitle: boolean }) {
  const className = classNames(alignment(column.align), isTitle ? "n-title" : `n-${column.narrow ?? "meta"}`);
  if (isTitle) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-head={column.head}>
      {column.cell(row)}
    </td>
  );
}

function alignment(align: "left" | "right" | "center" | undefined): string | undefined {
  return align === "right" ? "r num" : align === "center" ? "c" : undefined;
}

function ColumnHead<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { also } = column;
  const current = sorting?.key === column.key || sorting?.key === also?.key;
  const order = !column.sortable ? undefined : !current ? "none" : sorting?.descending ? "descending" : "ascending";
  if (!column.sortable) {
    return (
      <th scope="col" className={alignment(column.align)}>
        {column.head}
      </th>
    );
  }
  return (
    <th scope="col" className={alignment(column.align)} aria-sort={order}>
      <SortLink column={column.key} sorting={sorting} label={column.head} />
      {also && <SortLink column={also.key} sorting={sorting} label={also.head} />}
    </th>
  );
}

function SortLink({ column, sorting, label }: { column: string; sorting: Sorting | undefined; label: string }) {
  const current = sorting?.key === column;
  const descending = current && sorting.descending;
  const t = useTranslations("ui.table");
  const { search } = useLocation();
  const query = new URLSearchParams(search);
  query.set("sort", current && !descending ? `-${column}` : column);
  query.delete("after");
  return (
    <Link to={`?${query}`} className="sort" preventScrollReset aria-current={current ? "true" : undefined}>
      {label}
      <Icon name={!current ? "sort" : descending ? "chevron-down" : "chevron-up"} />
      <span className="vh">{t("sort")}</span>
    </Link>
  );
}
