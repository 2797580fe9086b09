import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { DataTable, type Column } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { ListedEdition } from "./queries.server";

/** The editions of a study, newest first. */
export function EditionList({ editions, path }: { editions: readonly ListedEdition[]; path: string }) {
  const t = useTranslations("editions");
  const columns: Column<ListedEdition>[] = [
    {
      key: "edition",
      head: t("edition", { number: "" }),
      narrow: "title",
      cell: (row) => (
        <Link to={addressOf(row, path)}>
          {row.onlyDraft === undefined ? t("edition", { number: row.number }) : t("draft", { number: row.number, draft: row.onlyDraft })}
        </Link>
      ),
    },
    { key: "state", head: t("state"), narrow: "meta", cell: (row) => <StatusTag state={row.shown} /> },
    { key: "purpose", head: t("purpose"), narrow: "meta", cell: (row) => t(row.purpose === "final" ? "purpose_final" : "purpose_concept") },
    { key: "at", head: t("releasedAt"), narrow: "meta", cell: (row) => (row.releasedAt ? <Time at={row.releasedAt} as="table" /> : "–") },
    { key: "compiled", head: t("compiledAt"), narrow: "hidden", cell: (row) => <Time at={row.compiledAt} as="date-time" /> },
    {
      key: "files",
      head: t("files"),
      narrow: "hidden",
      cell: (row) => t("filesCount", { count: row.files.length }),
    },
  ];
  return <DataTable caption={t("list")} columns={columns} rows={editions} rowKey={(row) => `${row.number} ${row.draft}`} />;
}

/** Where an edition is shown: a released one under its number, any other as its draft. */
function addressOf({ number, onlyDraft }: Pick<ListedEdition, "number" | "onlyDraft">, path: string): string {
  return onlyDraft === undefined ? `${path}/${number}` : `${path}/${number}/drafts/${onlyDraft}`;
}
