import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { readingStates, sourceTypes } from "~/domain/sources/source";
import type { StateKey } from "~/domain/states";
import { type Column, DataTable, type Sorting } from "~/ui/data-table";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { SelectField } from "~/ui/select-field";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import type { listSources, SourceFilter } from "./queries.server";

type Listed = Awaited<ReturnType<typeof listSources>>;
type Row = Listed["sources"][number];

/** The look of a reading state in the table of states. */
export const readingState = { unread: "not-read", reading: "reading", read: "read" } as const satisfies Record<string, StateKey>;

/** What a list of sources is narrowed by. */
export function SourceFilters({ filter }: { filter: SourceFilter }) {
  const t = useTranslations("sources");
  return (
    <FilterBar label={t("filter")}>
      <TextField name="find" type="search" label={t("find")} value={filter.find} />
      <SelectField
        name="type"
        label={t("type")}
        empty={t("all")}
        options={sourceTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        value={filter.type}
      />
      <SelectField
        name="reading"
        label={t("reading")}
        empty={t("all")}
        options={readingStates.map((state) => ({ value: state, label: t(`readingStates.${state}`) }))}
        value={filter.reading}
      />
    </FilterBar>
  );
}

/** The sources that fit, with how much was taken from each and how often that is cited. */
export function SourceTable({ listed, filtered, sorting, path }: { listed: Listed; filtered: boolean; sorting: Sorting; path: string }) {
  const t = useTranslations("sources");
  const columns: Column<Row>[] = [
    { key: "code", head: t("code"), sortable: true, cell: (row) => <span className="num strong">{row.code}</span> },
    {
      key: "title",
      head: t("title"),
      sortable: true,
      narrow: "title",
      cell: (row) => (
        <>
          <Link to={`${path}/${row.code}`}>
            <bdi>{row.title}</bdi>
          </Link>
          {row.authors && <span className="small soft block">{row.authors}</span>}
        </>
      ),
    },
    { key: "issued", head: t("year"), sortable: true, cell: (row) => row.issued ?? t("undated") },
    { key: "type", head: t("type"), cell: (row) => t(`types.${row.type}`) },
    {
      key: "reading",
      head: t("reading"),
      cell: (row) => (
        <StatusTag state={row.reading in readingState ? readingState[row.reading as keyof typeof readingState] : "not-read"} />
      ),
    },
    { key: "excerpts", head: t("excerpts"), align: "right", narrow: "named", cell: (row) => row.excerpts },
    { key: "cited", head: t("cited"), align: "right", narrow: "named", cell: (row) => row.cited },
  ];
  return (
    <>
      <FilterCount clearHref={filtered ? path : undefined}>{t("count", { shown: listed.sources.length, total: listed.total })}</FilterCount>
      <DataTable
        caption={t("list")}
        columns={columns}
        rows={listed.sources}
        rowKey={(row) => row.id}
        sorting={sorting}
        empty={<p className="body soft">{t("none")}</p>}
      />
    </>
  );
}
