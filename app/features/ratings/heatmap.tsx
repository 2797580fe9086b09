import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Sorting } from "~/ui/data-table";
import { number } from "~/ui/format";
import { HeatCell, HeatKey, useHeatWords } from "~/ui/heat-cell";
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
  /** The links to its files. */
  files: React.ReactNode;
  /** What narrows it. */
  children: React.ReactNode;
}

/** Subjects against criteria: number first, colour second; every cell leads to its ratings. The table scrolls sideways in its own region. */
export function Heatmap({ heatmap, sorting, query, path, current, intro, files, children }: HeatmapProps) {
  const t = useTranslations("ratings");
  const { criteria, rows, hasMean } = heatmap;
  const before = withEntry(query, "cell", "");
  const link = (cell: string) => `?${before}${cell}`;
  const table = useRef<HTMLTableElement>(null);
  useFollow(table);
  return (
    <Sheet title={t("heatmap")} intro={intro} flush footer={<Legend heatmap={heatmap} files={files} />}>
      {children}
      <div className="scroll" tabIndex={0} role="region" aria-label={t("table")}>
        <table className="heat" ref={table}>
          <HeatHead heatmap={heatmap} sorting={sorting} query={query} path={path} />
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

/** The heads of the columns, each of which orders the rows; that of a criterion leads to its page too. */
function HeatHead({ heatmap: { criteria, hasMean }, sorting, query, path }: Pick<HeatmapProps, "heatmap" | "sorting" | "query" | "path">) {
  const t = useTranslations("ratings");
  const order = { query, sorting };
  return (
    <thead>
      <tr>
        <th scope="col" className="q" aria-sort={sortOf(sorting, "name") ?? sortOf(sorting, "code") ?? "none"}>
          <SortLink name="name" {...order}>
            {t("subject")}
          </SortLink>
          {" · "}
          <SortLink name="code" {...order}>
            {t("code")}
          </SortLink>
        </th>
        {criteria.map(({ id, code, title }) => (
          <th key={id} scope="col" aria-sort={sortOf(sorting, id) ?? "none"}>
            <Link className="num" to={`${path}/criteria/${code}`}>
              {code}
            </Link>{" "}
            <SortLink name={id} {...order}>
              {title}
            </SortLink>
          </th>
        ))}
        {hasMean && (
          <th scope="col" className="r" aria-sort={sortOf(sorting, "mean") ?? "none"}>
            <SortLink name="mean" {...order}>
              {t("mean")}
            </SortLink>
          </th>
        )}
      </tr>
    </thead>
  );
}

/** A query with one entry set, which comes last. */
function withEntry(query: string, name: string, value: string): string {
  const entries = new URLSearchParams(query);
  entries.delete(name);
  entries.append(name, value);
  return entries.toString().replaceAll("%3A", ":");
}

/** How a column is ordered; undefined when it is another that orders. */
function sortOf(sorting: Sorting, name: string): "ascending" | "descending" | undefined {
  return sorting.key === name ? (sorting.descending ? "descending" : "ascending") : undefined;
}

interface SortLinkProps {
  name: string;
  query: string;
  sorting: Sorting;
  children: React.ReactNode;
}

/** Orders by a column, the highest first: by names and codes from the beginning. */
function SortLink({ name, query, sorting, children }: SortLinkProps) {
  const t = useTranslations("ui.table");
  const order = sortOf(sorting, name);
  const isText = name === "name" || name === "code";
  const isDescending = order === undefined ? !isText : order === "ascending";
  return (
    <Link to={`?${withEntry(query, "sort", isDescending ? `-${name}` : name)}`} preventScrollReset>
      {children} {order && <Icon name={order === "descending" ? "chevron-down" : "chevron-up"} />}
      <span className="vh">{t("sort")}</span>
    </Link>
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

/** What the marks in the cells mean, what the numbers of each scale do, and the files. */
function Legend({ heatmap: { scales, hasEarlier, hasAgain }, files }: Pick<HeatmapProps, "heatmap" | "files">) {
  const t = useTranslations("ratings");
  return (
    <>
      {scales.map(({ title, codes, levels }) => (
        <p key={title} className="legend scale row wrap small soft">
          <span>
            {title} {codes.length > 0 && `(${codes.join(", ")})`}
          </span>
          <HeatKey levels={levels} />
        </p>
      ))}
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
        {hasAgain && (
          <span>
            <Icon name="eye-off" /> {t("legendAgain")}
          </span>
        )}
        {hasEarlier && (
          <span>
            <span aria-hidden="true">†</span> {t("legendEarlier")}
          </span>
        )}
      </p>
      {files}
    </>
  );
}
