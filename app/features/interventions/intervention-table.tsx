import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type Column, DataTable } from "~/ui/data-table";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { SelectField } from "~/ui/select-field";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import type { InterventionFilter } from "./intervention-filter";
import type { ListedInterventions } from "./list-interventions.server";

type Row = ListedInterventions["interventions"][number];

/** The interventions that fit, by group, each with the class that it was given. */
export function InterventionTable({ listed, filter, path }: { listed: ListedInterventions; filter: InterventionFilter; path: string }) {
  const t = useTranslations("interventions");
  const columns = useColumns(listed.criteria, path);
  const isFiltered = filter.find !== "" || filter.group !== "" || filter.class !== "";
  return (
    <>
      <FilterBar label={t("filter")}>
        <TextField name="q" type="search" label={t("find")} value={filter.find} />
        <SelectField
          name="group"
          label={t("group")}
          empty={t("all")}
          options={listed.groups.map((group) => ({ value: group, label: group }))}
          value={filter.group}
        />
        {listed.classes.length > 0 && (
          <SelectField name="class" label={t("class")} empty={t("all")} options={listed.classes} value={filter.class} />
        )}
      </FilterBar>
      <FilterCount clearHref={isFiltered ? path : undefined}>
        {t("count", { shown: listed.interventions.length, total: listed.total })}
      </FilterCount>
      <DataTable
        caption={t("list")}
        columns={columns}
        rows={listed.interventions}
        rowKey={(row) => row.id}
        empty={<p className="body soft">{t("none")}</p>}
      />
    </>
  );
}

function useColumns(criteria: ListedInterventions["criteria"], path: string): Column<Row>[] {
  const t = useTranslations("interventions");
  return [
    { key: "code", head: t("code"), cell: (row) => <span className="num strong">{row.code}</span> },
    {
      key: "title",
      head: t("title"),
      narrow: "title",
      cell: (row) => (
        <Link to={`${path}/${row.code}`}>
          <bdi>{row.title}</bdi>
        </Link>
      ),
    },
    { key: "group", head: t("group"), cell: (row) => row.group },
    ...criteria.map(({ id, title }, place): Column<Row> => ({
      key: id,
      head: title,
      narrow: "named",
      cell: (row) => <Stands standing={row.standings[place]} />,
    })),
  ];
}

function Stands({ standing }: { standing: Row["standings"][number] | undefined }) {
  if (!standing || standing.state === "unrated") return <span className="faint">–</span>;
  if (standing.state === "blind") return <StatusTag state="blind" detail={standing.words} />;
  if (standing.state === "differs") return <StatusTag state="differs" />;
  return <span className={standing.counted ? undefined : "soft"}>{standing.words}</span>;
}
