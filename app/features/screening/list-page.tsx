import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { flowChannels } from "~/domain/screening/channels";
import { standings } from "~/domain/screening/standing";
import { screeningSteps } from "~/domain/screening/steps";
import { DataTable, type Column } from "~/ui/data-table";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import type { ListedRow, ListFilter } from "./load-list.server";
import { NoScreening } from "./no-screening";
import { StandingTag } from "./standing-tag";

interface ListPageProps {
  /** Null where the protocol asks for no screening. */
  listed: { total: number; rows: readonly ListedRow[] } | null;
  filter: ListFilter;
  base: string;
}

/** Every publication with how it stands in the screening, to be narrowed by step, standing and way of finding. */
export function ListPage({ listed, filter, base }: ListPageProps) {
  const t = useTranslations("screening");
  const path = `${base}/sources/screening`;
  return (
    <>
      <PageHead
        title={t("listTitle")}
        crumbs={[{ label: t("sources"), href: `${base}/sources` }, { label: t("heading"), href: path }, { label: t("listTitle") }]}
      />
      {listed ? <Listed listed={listed} filter={filter} base={base} /> : <NoScreening base={base} />}
    </>
  );
}

function Listed({ listed, filter, base }: ListPageProps & { listed: NonNullable<ListPageProps["listed"]> }) {
  const t = useTranslations("screening");
  const path = `${base}/sources/screening`;
  const filtered = Object.values(filter).some((value) => value !== "");
  const columns: Column<ListedRow>[] = [
    { key: "code", head: t("code"), cell: (row) => <span className="num strong">{row.code}</span> },
    {
      key: "title",
      head: t("publication"),
      narrow: "title",
      cell: (row) => (
        <>
          <Link to={row.mine ? `${path}/${row.mine}?source=${row.code}` : `${path}/${row.standing.step}?source=${row.code}`}>
            <bdi>{row.title}</bdi>
          </Link>
          <bdi className="small soft block">{[row.authors, row.issued].filter(Boolean).join(", ")}</bdi>
        </>
      ),
    },
    { key: "channel", head: t("channel"), cell: (row) => t(`channels.${row.channel}`) },
    {
      key: "standing",
      head: t("standing"),
      narrow: "meta",
      cell: (row) => <StandingTag standing={row.standing} reason={row.reasonText} />,
    },
  ];
  return (
    <Sheet title={t("listTitle")} flush>
      <Filters filter={filter} />
      <FilterCount clearHref={filtered ? `${path}/list` : undefined}>
        {t("count", { shown: listed.rows.length, total: listed.total })}
      </FilterCount>
      <DataTable
        caption={t("listTitle")}
        columns={columns}
        rows={listed.rows}
        rowKey={(row) => row.code}
        empty={<p className="body soft">{t("noneFit")}</p>}
      />
    </Sheet>
  );
}

function Filters({ filter }: { filter: ListFilter }) {
  const t = useTranslations("screening");
  return (
    <FilterBar label={t("filter")}>
      <TextField name="q" type="search" label={t("find")} value={filter.find} />
      <SelectField
        name="step"
        label={t("step")}
        empty={t("all")}
        options={screeningSteps.map((step) => ({ value: step, label: t(`stepNames.${step}`) }))}
        value={filter.step}
      />
      <SelectField
        name="standing"
        label={t("standing")}
        empty={t("all")}
        options={standings.map((standing) => ({ value: standing, label: t(`standings.${standing}`) }))}
        value={filter.standing}
      />
      <SelectField
        name="channel"
        label={t("channel")}
        empty={t("all")}
        options={flowChannels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        value={filter.channel}
      />
    </FilterBar>
  );
}
