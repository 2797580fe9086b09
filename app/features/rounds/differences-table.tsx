import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type Column, DataTable } from "~/ui/data-table";
import { number } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { differencePath } from "./difference-path";
import type { ShownDifference } from "./differences.server";

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
        <Link to={base + differencePath(row)}>
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
    { key: "state", head: t("state"), narrow: "meta", cell: (row) => <StatusTag state={row.settled ? "reconciled" : "differs"} /> },
  ];
  const settled = differences.filter((row) => row.settled);
  return (
    <Sheet
      title={t("differences")}
      aside={differences.length > 0 && t("settledOf", { settled: settled.length, total: differences.length })}
      flush
    >
      <DataTable
        caption={t("differences")}
        columns={columns}
        rows={[...differences.filter((row) => !row.settled), ...settled]}
        rowKey={(row) => `${row.round} ${row.code}`}
        empty={<p className="body soft">{t("reconcileNone")}</p>}
      />
    </Sheet>
  );
}
