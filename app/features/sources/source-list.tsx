import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { channels } from "~/domain/sources/channels";
import { readingStates, sourceTypes } from "~/domain/sources/source";
import type { StateKey } from "~/domain/states";
import { type Column, DataTable, type Sorting } from "~/ui/data-table";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { Pager } from "~/ui/pager";
import { SelectField } from "~/ui/select-field";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import type { listSources, SourceFilter } from "./list-sources.server";

type Listed = Awaited<ReturnType<typeof listSources>>;
type Row = Listed["sources"][number];

/** The look of a reading state in the table of states. */
export const readingState = { unread: "not-read", reading: "reading", read: "read" } as const satisfies Record<string, StateKey>;

/** What a list of sources is narrowed by. */
export function SourceFilters({ filter }: { filter: SourceFilter }) {
  const t = useTranslations("sources");
  return (
    <FilterBar label={t("filter")}>
      <TextField name="q" type="search" label={t("find")} value={filter.find} />
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
      <SelectField
        name="channel"
        label={t("channel")}
        empty={t("all")}
        options={[
          ...channels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) })),
          { value: "none", label: t("channelUnknown") },
        ]}
        value={filter.channel}
      />
      {filter.import !== "" && <input type="hidden" name="import" value={filter.import} />}
    </FilterBar>
  );
}

interface SourceTableProps {
  listed: Listed;
  filtered: boolean;
  sorting: Sorting;
  path: string;
  /** The addresses of the next page and of the first. */
  pages: { older: string | undefined; newer: string | undefined };
}

/** The sources that fit, with how much was taken from each and how often that is cited. */
export function SourceTable({ listed, filtered, sorting, path, pages }: SourceTableProps) {
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
          {row.authors && <bdi className="small soft block">{row.authors}</bdi>}
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
      <FilterCount clearHref={filtered ? path : undefined}>{t("count", { shown: listed.fitting, total: listed.total })}</FilterCount>
      <DataTable
        caption={t("list")}
        columns={columns}
        rows={listed.sources}
        rowKey={(row) => row.id}
        sorting={sorting}
        empty={<p className="body soft">{t("none")}</p>}
      />
      {(pages.older ?? pages.newer) && (
        <div className="body">
          <Pager {...pages} range={listed.range} order="list" />
        </div>
      )}
    </>
  );
}

/** The addresses of the next page of a list and of its first, as the query has it narrowed and ordered. */
export function pagesOf(query: string, next: string | null): SourceTableProps["pages"] {
  const at = (after: string | null) => {
    const asked = new URLSearchParams(query);
    asked.delete("after");
    if (after !== null) asked.set("after", after);
    return `?${asked}`;
  };
  return { older: next === null ? undefined : at(next), newer: new URLSearchParams(query).has("after") ? at(null) : undefined };
}
