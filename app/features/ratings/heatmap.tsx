import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Sorting } from "~/ui/data-table";
import { number } from "~/ui/format";
import { HeatCell, type HeatValue } from "~/ui/heat-cell";
import { Icon } from "~/ui/icon";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import type { ShownHeatmap } from "./shown-standings";

type Row = ShownHeatmap["rows"][number];
type Cell = Row["cells"][number];
type Language = ReturnType<typeof useLanguage>;

export interface HeatmapProps {
  heatmap: ShownHeatmap;
  sorting: Sorting;
  /** The query that stays when a cell is opened or a column ordered by. */
  query: string;
  /** The page of a subject. */
  path: string;
  /** The subject whose ratings stand beside the table. */
  current: string | null;
  /** What narrows it. */
  children: React.ReactNode;
}

/** Subjects against criteria: number first, colour second; every cell leads to its ratings. The table scrolls sideways in its own region. */
export function Heatmap({ heatmap, sorting, query, path, current, children }: HeatmapProps) {
  const t = useTranslations("ratings");
  const { criteria, rows, hasMean } = heatmap;
  const link = (cell: string) => `?${withEntry(query, "cell", cell)}`;
  return (
    <Sheet title={t("heatmap")} flush footer={<Legend />}>
      {children}
      <div className="scroll" tabIndex={0} role="region" aria-label={t("table")}>
        <table className="heat">
          <thead>
            <tr>
              <SortHead name="code" query={query} sorting={sorting} className="q">
                {t("subject")}
              </SortHead>
              {criteria.map(({ id, code, title }) => (
                <SortHead key={id} name={id} query={query} sorting={sorting}>
                  <span className="num faint">{code}</span> {title}
                </SortHead>
              ))}
              {hasMean && (
                <SortHead name="mean" query={query} sorting={sorting} className="r">
                  {t("mean")}
                </SortHead>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatRow
                key={row.id}
                row={row}
                criteria={criteria}
                hasMean={hasMean}
                isCurrent={row.code === current}
                link={link}
                path={path}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="body soft">{t("nothingFits")}</p>}
    </Sheet>
  );
}

function withEntry(query: string, name: string, value: string): string {
  const entries = new URLSearchParams(query);
  entries.set(name, value);
  return entries.toString().replaceAll("%3A", ":");
}

interface SortHeadProps {
  name: string;
  query: string;
  sorting: Sorting;
  className?: string;
  children: React.ReactNode;
}

function SortHead({ name, query, sorting, className, children }: SortHeadProps) {
  const current = sorting.key === name;
  const next = current && sorting.descending ? name : `-${name}`;
  return (
    <th scope="col" className={className} aria-sort={!current ? "none" : sorting.descending ? "descending" : "ascending"}>
      <Link to={`?${withEntry(query, "sort", next)}`} preventScrollReset>
        {children} {current && <Icon name={sorting.descending ? "chevron-down" : "chevron-up"} />}
      </Link>
    </th>
  );
}

interface HeatRowProps {
  row: Row;
  criteria: ShownHeatmap["criteria"];
  hasMean: boolean;
  isCurrent: boolean;
  link: (cell: string) => string;
  path: string;
}

function HeatRow({ row, criteria, hasMean, isCurrent, link, path }: HeatRowProps) {
  const t = useTranslations("ratings");
  const language = useLanguage();
  return (
    <tr className={isCurrent ? "cur" : undefined}>
      <th scope="row" className="q">
        <Link to={`${path}/${row.code}`} aria-current={isCurrent || undefined}>
          <bdi>{row.name}</bdi>
        </Link>
        <span>
          {row.code} {row.about}
        </span>
      </th>
      {row.cells.map((cell, place) => {
        const criterion = criteria[place];
        return (
          criterion && (
            <HeatCell key={criterion.id} value={heatValue(cell, language, t("differing"))} href={link(`${row.code}:${criterion.code}`)} />
          )
        );
      })}
      {hasMean && (
        <td className="mean num">
          {row.mean?.open ? <span className="small faint">{t("open")}</span> : row.mean && number(row.mean.mean, language, 1)}
        </td>
      )}
    </tr>
  );
}

/** What a cell shows: the number or the class; a dash for an answer without a level, whose words are read out. */
function heatValue({ state, value, range, round }: Cell, language: Language, differing: string): HeatValue {
  if (state === "blind") return { state, done: round?.sent ?? 0, raters: round?.raters ?? 0 };
  if (state === "differs")
    return { state: "differs", range: range ? `${number(range.low, language)}–${number(range.high, language)}` : differing };
  if (state === "unrated" || !value) return { state: "unrated" };
  if (value.number !== null)
    return { state, value: number(value.number, language), label: value.label, shade: Math.round((value.place ?? 0) * 4) };
  return value.hasLevel ? { state, value: value.label, label: "", shade: 0 } : { state, value: "–", label: value.label, shade: 0 };
}

/** What the marks in the cells mean. */
function Legend() {
  const t = useTranslations("ratings");
  return (
    <p className="legend scale row wrap small soft">
      <span>
        <span aria-hidden="true">≠</span> {t("legendReconciled")}
      </span>
      <span>
        <Icon name="triangle" /> {t("legendDiffers")}
      </span>
      <span>
        <StatusTag state="blind" /> {t("legendBlind")}
      </span>
      <span>
        <span aria-hidden="true">–</span> {t("legendWithout")}
      </span>
    </p>
  );
}
