import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { PictureFiles } from "~/ui/picture-figure";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import { Heatmap } from "./heatmap";
import { RatingList } from "./rating-list";
import { type HeatmapFilter, type ShownHeatmap, shownStandings } from "./shown-standings";
import type { ShownCriterion } from "./read-subject-ratings.server";

export interface HeatmapPageProps {
  heatmap: ShownHeatmap;
  filter: HeatmapFilter;
  query: string;
  base: string;
  /** The ratings of the subject whose cell was chosen. */
  panel: { code: string; name: string; about: string; facts: number; criteria: readonly ShownCriterion[] } | null;
}

/** The heatmap with its filters, and beside it the subject whose cell was chosen. */
export function HeatmapPage({ heatmap, filter, query, base, panel }: HeatmapPageProps) {
  const t = useTranslations("ratings");
  const path = `${base}/actors`;
  return (
    <div className={panel ? "hm" : undefined}>
      <Heatmap
        heatmap={heatmap}
        sorting={filter.sort}
        query={query}
        path={path}
        current={panel?.code ?? null}
        intro={panel ? undefined : t("chooseCell")}
        files={<PictureFiles title={t("heatmap")} base={base} name="heatmap" query={query} />}
      >
        <Filters heatmap={heatmap} filter={filter} path={path} />
      </Heatmap>
      {panel && <Panel panel={panel} heatmap={heatmap} query={query} base={base} />}
    </div>
  );
}

function Filters({ heatmap, filter, path }: Pick<HeatmapPageProps, "heatmap" | "filter"> & { path: string }) {
  const t = useTranslations("ratings");
  const isFiltered = filter.find !== "" || filter.show !== "";
  return (
    <>
      <FilterBar label={t("filter")}>
        <TextField name="q" type="search" label={t("find")} value={filter.find} />
        <SelectField
          name="show"
          label={t("show")}
          empty={t("all")}
          options={shownStandings.map((value) => ({ value, label: t(`standings.${value}`) }))}
          value={filter.show}
        />
      </FilterBar>
      <FilterCount clearHref={isFiltered ? path : undefined}>
        {t("count", { shown: heatmap.rows.length, total: heatmap.total })}
      </FilterCount>
    </>
  );
}

interface PanelProps extends Pick<HeatmapPageProps, "heatmap" | "query" | "base"> {
  panel: NonNullable<HeatmapPageProps["panel"]>;
}

function Panel({ panel, heatmap, query, base }: PanelProps) {
  const t = useTranslations("ratings");
  const place = heatmap.rows.findIndex(({ code }) => code === panel.code);
  const [before, after] = [heatmap.rows[place - 1], heatmap.rows[place + 1]];
  const entries = new URLSearchParams(query);
  const to = (code: string) => {
    entries.set("cell", code);
    return `?${entries.toString()}`;
  };
  const path = `${base}/actors/${panel.code}`;
  const steps = (
    <span className="row">
      {before && (
        <ButtonLink size="small" variant="quiet" icon="chevron-up" to={to(before.code)}>
          {t("previous")}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink size="small" variant="quiet" icon="chevron-down" to={to(after.code)}>
          {t("nextSubject")}
        </ButtonLink>
      )}
    </span>
  );
  return (
    <Sheet
      title={<bdi>{panel.name}</bdi>}
      as="aside"
      className="one"
      aside={steps}
      intro={
        <>
          {panel.about}{" "}
          <Link to={`${path}#facts`}>
            {panel.code} · {t("facts", { count: panel.facts })}
          </Link>
        </>
      }
      flush
    >
      <RatingList criteria={panel.criteria} base={base} heading="h3" />
    </Sheet>
  );
}

/** How much there is, and how many subjects are still blind. */
export function HeatmapMeta({ heatmap }: { heatmap: ShownHeatmap }) {
  const t = useTranslations("ratings");
  return (
    <>
      <span>{t("meta", { subjects: heatmap.total, criteria: heatmap.criteria.length, raters: heatmap.raters })}</span>
      {heatmap.blind > 0 && (
        <span className="row">
          <StatusTag state="blind" /> {t("blindMeta", { count: heatmap.blind })}
        </span>
      )}
    </>
  );
}
