import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type RegisterFilter, registerMarks } from "~/domain/actors/register";
import { type Column, DataTable, type Sorting } from "~/ui/data-table";
import { Downloads } from "./downloads";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { Pager } from "~/ui/pager";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import type { ShownRegister, ShownRegisterRow } from "./read-register.server";
import { useLevelNames } from "./use-level-names";

export interface RegisterPageProps {
  register: Omit<ShownRegister, "rows"> & { rows: readonly ShownRegisterRow[]; fitting: number };
  filter: RegisterFilter;
  sorting: Sorting;
  base: string;
  query: string;
  /** The addresses of the first page and the next. */
  pages: { older: string | undefined; newer: string | undefined };
}

/** Every actor of the study with what is known of it in figures, and how well that is grounded. */
export function RegisterPage({ register, filter, sorting, base, query, pages }: RegisterPageProps) {
  const t = useTranslations("actors");
  const columns = useColumns(register, base);
  const filtered = Object.values(filter).some((value) => value !== "");
  return (
    <Sheet title={t("register")} className="register" flush>
      <RegisterFilters choices={register.choices} filter={filter} />
      <FilterCount clearHref={filtered ? `${base}/actors/list` : undefined}>
        {t("registerCount", { shown: register.fitting, total: register.total })}
      </FilterCount>
      <DataTable
        caption={t("register")}
        columns={columns}
        rows={register.rows}
        rowKey={({ id }) => id}
        sorting={sorting}
        empty={<p className="body soft">{t("noneFit")}</p>}
      />
      <div className="body">
        <Pager {...pages} order="list" />
        <Downloads path={`${base}/actors/list`} query={query} />
      </div>
    </Sheet>
  );
}

function RegisterFilters({ choices, filter }: { choices: ShownRegister["choices"]; filter: RegisterFilter }) {
  const t = useTranslations("actors");
  const plain = (texts: readonly string[]) => texts.map((text) => ({ value: text, label: text }));
  return (
    <FilterBar label={t("filterRegister")}>
      <TextField name="q" type="search" label={t("find")} value={filter.q} />
      <SelectField name="level" label={t("level")} empty={t("all")} options={choices.levels} value={filter.level} />
      <SelectField name="kind" label={t("kind")} empty={t("all")} options={plain(choices.kinds)} value={filter.kind} />
      <SelectField name="country" label={t("country")} empty={t("all")} options={choices.countries} value={filter.country} />
      <SelectField
        name="mark"
        label={t("mark")}
        empty={t("all")}
        options={registerMarks.map((mark) => ({ value: mark, label: t(`marks.${mark}`) }))}
        value={filter.mark}
      />
    </FilterBar>
  );
}

function useColumns({ heads }: RegisterPageProps["register"], base: string): Column<ShownRegisterRow>[] {
  const t = useTranslations("actors");
  const named = useLevelNames();
  const numbers = heads.numbers.map((head, at): Column<ShownRegisterRow> => ({
    ...{ key: `n${at}`, head, sortable: true, narrow: "named" },
    cell: ({ figures }) => <Figure text={figures[at] ?? ""} />,
  }));
  return [
    { key: "code", head: t("code"), sortable: true, cell: ({ code }) => <span className="num strong">{code}</span> },
    { key: "name", head: t("name"), sortable: true, narrow: "title", cell: (row) => <ActorName row={row} base={base} /> },
    {
      ...{ key: "kind", head: t("kind"), sortable: true },
      cell: ({ kind, levels }) => (
        <div className="kind">
          {kind}
          {levels.length > 0 && <span className="small soft block">{named(levels)}</span>}
        </div>
      ),
    },
    ...(heads.money === null
      ? []
      : [
          {
            key: "money",
            head: heads.money,
            narrow: "named" as const,
            cell: (row: ShownRegisterRow) => <span className="amount">{row.money}</span>,
          },
        ]),
    ...numbers,
    {
      key: "countries",
      head: t("countries"),
      sortable: true,
      narrow: "named",
      cell: ({ countries }) => <Countries countries={countries} />,
    },
    {
      ...{ key: "facts", head: t("facts"), sortable: true, align: "right", narrow: "named" },
      also: { key: "unsourced", head: t("withoutSource") },
      cell: ({ facts, unsourced }) => (
        <>
          {facts}
          {unsourced > 0 && <span className="small soft block">{t("unsourcedN", { count: unsourced })}</span>}
        </>
      ),
    },
    { key: "relations", head: t("relations"), sortable: true, align: "right", narrow: "named", cell: ({ relations }) => relations },
  ];
}

function ActorName({ row: { code, name, otherNames, ownOnly, namedOnly }, base }: { row: ShownRegisterRow; base: string }) {
  const t = useTranslations("actors");
  return (
    <>
      <Link to={`${base}/actors/${code}`}>
        <bdi>{name}</bdi>
      </Link>
      {otherNames.length > 0 && <bdi className="small soft block">{otherNames.join("; ")}</bdi>}
      {namedOnly && <span className="small soft block">{t("marks.named-only")}</span>}
      {ownOnly && (
        <span className="block">
          <StatusTag state="own-statement" />
        </span>
      )}
    </>
  );
}

/** What a field holds, in two lines at most; all of it stands on the page of the actor and is told to whoever points at it. */
function Figure({ text }: { text: string }) {
  return (
    <span className="two-lines" title={text.length > longFigure ? text : undefined}>
      {text}
    </span>
  );
}

/** From this length on a figure may take more than two lines. */
const longFigure = 40;

const mostShown = 4;

/** A few countries by name, of more how many there are. */
function Countries({ countries }: Pick<ShownRegisterRow, "countries">) {
  const t = useTranslations("actors");
  const names = countries.map(({ name }) => name);
  if (names.length <= mostShown) return <>{names.join(", ")}</>;
  return (
    <details>
      <summary>{t("countriesN", { count: names.length })}</summary>
      {names.join(", ")}
    </details>
  );
}
