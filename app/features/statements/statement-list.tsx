import { useTranslations } from "use-intl";
import { Link } from "@remix-run/react";
import { statementKinds } from "~/domain/evidence/kinds";
import { DataTable, type Column } from "~/ui/data-table";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { GroundMark } from "~/ui/ground-line";
import { SelectField } from "~/ui/select-field";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import type { StatementFilter, StatementLine } from "./list-statements.server";

/** What narrows the list of statements; the section comes from a link and stays. */
export function StatementFilters({ filter, shown, total }: { filter: StatementFilter; shown: number; total: number }) {
  const t = useTranslations("statements");
  const filtered = [filter.kind, filter.ground, filter.section].some((value) => value !== "");
  return (
    <>
      <FilterBar label={t("filter")}>
        {filter.section !== "" && <input type="hidden" name="section" value={filter.section} />}
        <SelectField
          name="kind"
          label={t("kind")}
          value={filter.kind}
          empty={t("everyKind")}
          options={statementKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <SelectField
          name="ground"
          label={t("ground")}
          value={filter.ground}
          empty={t("everyGround")}
          options={[
            { value: "none", label: t("withoutGround") },
            { value: "contradicted", label: t("contradicted") },
          ]}
        />
      </FilterBar>
      <FilterCount clearHref={filtered ? "?" : undefined}>{t("count", { shown, total })}</FilterCount>
    </>
  );
}

function useColumns(base: string): Column<StatementLine>[] {
  const t = useTranslations("statements");
  return [
    { key: "code", head: t("number"), cell: (row) => <StatementNumber code={row.code} href={`${base}/statements/${row.code}`} /> },
    {
      key: "text",
      head: t("statement"),
      narrow: "title",
      cell: (row) => (
        <span className="quote" lang={row.language}>
          {row.text === "" ? t("noWords") : row.text}
        </span>
      ),
    },
    {
      key: "grounds",
      head: t("grounds"),
      cell: (row) => (
        <span className="row">
          <GroundMark segments={row.links} />
          {row.unsupported && <StatusTag state="no-ground" />}
          {row.contradicted && <StatusTag state="contradicted" />}
        </span>
      ),
    },
    {
      key: "section",
      head: t("section"),
      cell: (row) => (
        <Link to={`${base}/sections/${row.section.code}#${row.code}`}>
          <bdi>{[row.section.number, row.section.heading].filter(Boolean).join(" ")}</bdi>
        </Link>
      ),
    },
    {
      key: "cited",
      head: t("citedBy"),
      narrow: "named",
      cell: (row) => (
        <span className="row wrap">
          {row.citedBy.map((code) => (
            <StatementNumber key={code} code={code} href={`${base}/statements/${code}`} />
          ))}
        </span>
      ),
    },
  ];
}

/** The statements with their ground marks, where they stand and what stands on them. */
export function StatementTable({ rows, base }: { rows: readonly StatementLine[]; base: string }) {
  const t = useTranslations("statements");
  const columns = useColumns(base);
  return (
    <DataTable
      caption={t("heading")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      empty={<p className="empty soft">{t("nothingFits")}</p>}
    />
  );
}
