import { useTranslations } from "use-intl";
import { filteredStates } from "~/domain/interviews/comparison";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { CellPanel } from "./cell-panel";
import { queryOf } from "./comparison-filter";
import { ComparisonTable } from "./comparison-table";
import { ExportLinks } from "./export-links";
import type { Comparison } from "./load-comparison.server";
import type { ShownCell } from "./load-readings.server";

export interface ComparisonPageProps {
  comparison: Comparison;
  /** The cell that was opened. */
  cell: ShownCell | null;
}

/** All answers beside each other: questions against interviews, and beside them the cell that was opened. */
export function ComparisonPage({ comparison, cell }: ComparisonPageProps) {
  const t = useTranslations("comparison");
  const interviews = useTranslations("interviews");
  const path = `${comparison.base}/interviews`;
  const query = queryOf(comparison.filter);
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: interviews("title"), href: path }, { label: t("title") }]}
        acts={comparison.columns.length > 0 && <ExportLinks href={`${path}/matrix/files`} query={query} />}
      />
      {comparison.total.all === 0 ? (
        <EmptyState
          title={interviews("empty")}
          act={
            <ButtonLink to={path} variant="primary">
              {interviews("title")}
            </ButtonLink>
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <div className={cell ? "cmp-page open" : "cmp-page"}>
          <Sheet title={t("sheet")} intro={t("intro")} flush footer={<Legend />}>
            <Filters comparison={comparison} path={`${path}/matrix`} />
            <ComparisonTable comparison={comparison} query={query} current={cell?.code ?? null} />
          </Sheet>
          {cell && <CellPanel key={cell.code} cell={cell} base={comparison.base} closeHref={query === "" ? "?" : `?${query}`} />}
        </div>
      )}
    </>
  );
}

function Filters({ comparison: { filter, choices, columns, blocks, total }, path }: { comparison: Comparison; path: string }) {
  const t = useTranslations("comparison");
  const isFiltered = queryOf(filter) !== "";
  const rows = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const select = (name: "perspective" | "block" | "informs", options: readonly { value: string; label: string }[]) =>
    options.length > 0 && (
      <SelectField name={name} label={t(`filters.${name}`)} empty={t("all")} options={options} value={filter[name] ?? ""} />
    );
  return (
    <>
      <FilterBar label={t("filter")}>
        {select("perspective", choices.perspectives)}
        {select("block", choices.blocks)}
        {select("informs", choices.questions)}
        <SelectField
          name="state"
          label={t("filters.state")}
          empty={t("all")}
          options={filteredStates.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={filter.state ?? ""}
        />
        <SelectField
          name="all"
          label={t("filters.columns")}
          empty={t("heldOnly")}
          options={[{ value: "1", label: t("allInterviews", { count: total.all }) }]}
          value={filter.all ? "1" : ""}
        />
      </FilterBar>
      <FilterCount clearHref={isFiltered ? path : undefined}>
        {t("count", { rows, columns: columns.length, total: filter.all ? total.all : total.interviews })}
      </FilterCount>
    </>
  );
}

/** What a cell without words means. */
function Legend() {
  const t = useTranslations("comparison");
  return <p className="small soft">{t("legend")}</p>;
}
