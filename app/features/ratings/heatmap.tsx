import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Sorting } from "~/ui/data-table";
import { number } from "~/ui/format";
import { HeatCell, useHeatWords } from "~/ui/heat-cell";
import { Icon } from "~/ui/icon";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { useFollow } from "~/ui/use-follow";
import type { ShownHeatmap } from "./shown-standings";

type Row = ShownHeatmap["rows"][number];

export interface HeatmapProps {
  heatmap: ShownHeatmap;
  sorting: Sorting;
  /** The query that stays when a cell is opened or a column ordered by. */
  query: string;
  /** The page of a subject. */
  path: string;
  /** The subject whose ratings stand beside the table. */
  current: string | null;
  /** What a cell leads to, as long as none was chosen. */
  intro?: string | undefined;
  /** What narrows it. */
  children: React.ReactNode;
}

/** Subjects against criteria: number first, colour second; every cell leads to its ratings. The table scrolls sideways in its own region. */
export function Heatmap({ heatmap, sorting, query, path, current, intro, children }: HeatmapProps) {
  const t = useTranslations("ratings");
  const { criteria, rows, hasMean } = heatmap;
  const before = withEntry(query, "cell", "");
  const link = (cell: string) => `?${before}${cell}`;
  const table = useRef<HTMLTableElement>(null);
  useFollow(table);
  return (
    <Sheet title={t("heatmap")} intro={intro} flush footer={<Legend />}>
      {children}
      <div className="scroll" tabIndex={0} role="region" aria-label={t("table")}>
        <table className="heat" ref={table}>
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

/** A query with one entry set, which comes last. */
function withEntry(query: string, name: string, value: string): string {
  const entries = new URLSearchParams(query);
  entries.delete(name);
  entries.append(name, value);
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
  const words = useHeatWords();
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
        return criterion && <HeatCell key={criterion.id} value={cell} words={words} href={link(`${row.code}:${criterion.code}`)} />;
      })}
      {hasMean && (
        <td className="mean num">
          {row.mean?.open ? <span className="small faint">{t("open")}</span> : row.mean && number(row.mean.mean, language, 1)}
        </td>
      )}
    </tr>
  );
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
