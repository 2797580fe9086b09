import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { shownRemarks, stances } from "~/domain/remarks/remark";
import { ButtonLink } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { Meter } from "~/ui/meter";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { TeamRemarks as Page } from "./load-remarks.server";
import { AboutRemark, LocalWords } from "./remark-item";
import type { ShownRemark } from "./queries.server";
import { RoundFacts } from "./round-facts";

/** The team's table: each remark with what is made of it, and how far it is. */
export function TeamRemarks({ page }: { page: Page }) {
  const t = useTranslations("remarks");
  const { path, number, progress, may } = page;
  return (
    <>
      <PageHead
        title={t("title", { number })}
        crumbs={[
          { label: t("editions"), href: path.slice(0, path.lastIndexOf("/")) },
          { label: t("edition", { number }), href: path },
          { label: t("crumb") },
        ]}
        lede={t("table.lede")}
        acts={
          may.show && progress.toShow > 0 ? (
            <ButtonLink to={`${path}/remarks/show`} variant="primary" icon="eye">
              {t("table.show", { count: progress.toShow })}
            </ButtonLink>
          ) : undefined
        }
      />
      <MainAside label={t("round.state")} aside={<Aside page={page} />}>
        {progress.total > 0 || page.isFiltered ? <Filter page={page} /> : null}
        <Sheet title={t("table.caption")} className="tops" flush>
          <Rows page={page} />
        </Sheet>
      </MainAside>
    </>
  );
}

function Aside({ page }: { page: Page }) {
  const t = useTranslations("remarks");
  const { progress, path, languages } = page;
  const upper = (language: string) => language.toUpperCase();
  return (
    <>
      <RoundFacts path={path} round={page.round} mayManage={page.may.manage} />
      {progress.total > 0 && (
        <Sheet title={t("table.answered")}>
          <Meter measures={[{ label: t("table.answered"), done: progress.done, total: progress.total }]} />
          <p className="small soft">{t("table.toShow", { count: progress.toShow })}</p>
        </Sheet>
      )}
      {progress.total > 0 && (
        <Sheet title={t("table.downloads")}>
          <div className="file-list">
            {languages.flatMap((language) =>
              (["docx", "xlsx", "csv"] as const).map((format) => (
                <ButtonLink
                  key={`${language} ${format}`}
                  to={`${path}/remarks/files/${language}.${format}`}
                  icon="download"
                  size="small"
                  download
                >
                  {t("table.download", { language: upper(language), format: upper(format) })}
                </ButtonLink>
              )),
            )}
          </div>
        </Sheet>
      )}
    </>
  );
}

function Filter({ page }: { page: Page }) {
  const t = useTranslations("remarks.table");
  const all = useTranslations("remarks");
  const { filter, people, sections, remarks, progress } = page;
  const shows = { open: t("showOpen"), answered: t("showAnswered"), withdrawn: t("showWithdrawn") };
  return (
    <>
      <FilterBar label={t("filter")}>
        <SelectField
          name="show"
          label={t("filterShow")}
          value={filter.show}
          empty={t("showAll")}
          options={shownRemarks.map((value) => ({ value, label: shows[value] }))}
        />
        <SelectField name="person" label={t("by")} value={filter.person} empty={t("everyone")} options={people} />
        <SelectField
          name="section"
          label={t("about")}
          value={filter.section}
          empty={t("everywhere")}
          options={sections.map(({ value, label }) => ({ value, label: label || all("wholeEdition") }))}
        />
        <SelectField
          name="stance"
          label={t("stance")}
          value={filter.stance}
          empty={t("anyStance")}
          options={stances.map((value) => ({ value, label: all(`stances.${value}`) }))}
        />
      </FilterBar>
      <FilterCount clearHref={page.isFiltered ? "." : undefined}>
        {t("count", { shown: remarks.length, total: progress.total })}
      </FilterCount>
    </>
  );
}

function Rows({ page }: { page: Page }) {
  const t = useTranslations("remarks");
  const { path, remarks } = page;
  const columns: Column<ShownRemark>[] = [
    {
      key: "code",
      head: t("table.code"),
      narrow: "title",
      cell: ({ code }) => (
        <Link to={`${path}/remarks/${code}`} className="num">
          {code}
        </Link>
      ),
    },
    { key: "said", head: t("table.said"), narrow: "meta", cell: (remark) => <Said remark={remark} /> },
    { key: "state", head: t("table.state"), narrow: "meta", cell: ({ state }) => <StatusTag state={state} /> },
    { key: "response", head: t("table.response"), narrow: "meta", cell: (remark) => <Made remark={remark} /> },
    {
      key: "changed",
      head: t("table.changed"),
      narrow: "named",
      cell: ({ changed, statements }) => (
        <>
          <LocalWords text={changed} />
          {statements.length > 0 && <p className="small soft num">{statements.join(", ")}</p>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("table.caption")}
      columns={columns}
      rows={remarks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t(page.isFiltered ? "table.noneFits" : "table.empty")}>
          {page.isFiltered ? null : t("table.emptyHint")}
        </EmptyState>
      }
    />
  );
}

function Said({ remark }: { remark: ShownRemark }) {
  const { by, sentAt, at, text, language, isLate } = remark;
  return (
    <>
      <p className="small soft">
        {by}, <Time at={sentAt ?? at} as="table" /> {isLate && <StatusTag state="late" />}
      </p>
      <p>
        <AboutRemark remark={remark} />
      </p>
      <p className="serif keep-lines" lang={language}>
        {text}
      </p>
    </>
  );
}

function Made({ remark }: { remark: ShownRemark }) {
  const t = useTranslations("remarks");
  const { stance, response } = remark;
  if (stance === null && Object.keys(response).length === 0) return <span className="faint">–</span>;
  return (
    <>
      {stance !== null && (
        <p className="small">
          <b>{t(`stances.${stance}`)}</b>
        </p>
      )}
      <LocalWords text={response} />
    </>
  );
}
