import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { listImports } from "./import-queries.server";

type Row = Awaited<ReturnType<typeof listImports>>[number];

/** The imports of an assessment: where each came from, and how many of its records became sources. */
export function ImportTable({ imports, path }: { imports: readonly Row[]; path: string }) {
  const t = useTranslations("imports");
  const words = useTranslations("sources");
  const columns: Column<Row>[] = [
    { key: "number", head: t("number"), cell: (row) => <span className="num strong">{row.number}</span> },
    {
      key: "file",
      head: t("file"),
      narrow: "title",
      cell: (row) => (
        <>
          <Link to={`${path}/${row.number}`}>
            <bdi>{row.fileName || t("pasted")}</bdi>
          </Link>
          <span className="small soft block">
            {[words(`channels.${row.channel as "database"}`), row.foundIn].filter(Boolean).join(" · ")}
          </span>
        </>
      ),
    },
    { key: "at", head: t("at"), cell: (row) => <Time at={row.createdAt} as="table" /> },
    { key: "by", head: t("by"), cell: (row) => row.by },
    { key: "state", head: t("state"), cell: (row) => <StatusTag state={row.state} /> },
    { key: "identified", head: t("identified"), align: "right", narrow: "named", cell: (row) => row.identified },
    { key: "duplicates", head: t("duplicates"), align: "right", narrow: "named", cell: (row) => row.duplicates },
    { key: "added", head: t("added"), align: "right", narrow: "named", cell: (row) => row.added },
  ];
  return <DataTable caption={t("list")} columns={columns} rows={imports} rowKey={(row) => row.id} />;
}
