import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { listSheets } from "./find-sheet.server";

type Row = Awaited<ReturnType<typeof listSheets>>[number];

/** The spreadsheets that the reader brought in: when, how many rows, and what they came to. */
export function SheetTable({ sheets, path }: { sheets: readonly Row[]; path: string }) {
  const t = useTranslations("sheets");
  const columns: Column<Row>[] = [
    { key: "number", head: t("number"), cell: (row) => <span className="num strong">{row.number}</span> },
    {
      key: "file",
      head: t("file"),
      narrow: "title",
      cell: (row) => (
        <Link to={`${path}/${row.number}`}>
          <bdi>{row.fileName}</bdi>
        </Link>
      ),
    },
    { key: "at", head: t("at"), cell: (row) => <Time at={row.createdAt} as="table" /> },
    { key: "state", head: t("state"), cell: (row) => <StatusTag state={row.state} /> },
    { key: "rows", head: t("rows"), align: "right", narrow: "named", cell: (row) => row.rowCount },
    { key: "added", head: t("added"), align: "right", narrow: "named", cell: (row) => row.added },
    { key: "changed", head: t("changed"), align: "right", narrow: "named", cell: (row) => row.changed },
  ];
  return <DataTable caption={t("list")} columns={columns} rows={sheets} rowKey={(row) => String(row.number)} />;
}
