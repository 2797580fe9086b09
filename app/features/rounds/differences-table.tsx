import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type Column, DataTable } from "~/ui/data-table";
import { number } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import type { ShownDifference } from "./queries.server";

/** What raters judged differently, each with the values and the way to the form for its agreed value. */
export function DifferencesTable({ differences, base }: { differences: readonly ShownDifference[]; base: string }) {
  const t = useTranslations("rounds");
  const language = useLanguage();
  const columns: Column<ShownDifference>[] = [
    { key: "code", head: t("code"), cell: (row) => <span className="num">{row.code}</span> },
    {
      key: "subject",
      head: t("subject"),
      narrow: "title",
      cell: (row) => (
        <Link to={`${base}/actors/reconcile?cell=${encodeURIComponent(row.code)}&of=${row.kind}`}>
          <bdi>{row.subject}</bdi>
        </Link>
      ),
    },
    { key: "criterion", head: t("criterion"), cell: (row) => row.criterion },
    {
      key: "values",
      head: t("values"),
      cell: (row) =>
        row.values
          .map((value) =>
            t("letters", { letter: value.letter, value: value.number === null ? value.label : number(value.number, language) }),
          )
          .join(" · "),
    },
    { key: "round", head: t("number"), cell: (row) => t("round", { number: row.round }) },
  ];
  return (
    <Sheet title={t("differences")} flush>
      <DataTable
        caption={t("differences")}
        columns={columns}
        rows={differences}
        rowKey={(row) => `${row.round} ${row.code}`}
        empty={<p className="body soft">{t("reconcileNone")}</p>}
      />
    </Sheet>
  );
}
