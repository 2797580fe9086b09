import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { PictureFigure } from "~/ui/picture-figure";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import type { ShownCriterionPage } from "./read-criterion-page.server";
import type { HeatmapFilter } from "./shown-standings";

export interface CriterionPageProps {
  page: ShownCriterionPage;
  sorting: HeatmapFilter["sort"];
  query: string;
  base: string;
  languages: readonly string[];
}

/** One criterion: every actor on its scale, the same values as a table, and what the scale asks with how often each level was given. */
export function CriterionPage({ page, sorting, query, base, languages }: CriterionPageProps) {
  const t = useTranslations("ratings");
  const path = `${base}/actors`;
  const files = new URLSearchParams(query);
  files.set("criterion", page.code);
  return (
    <>
      <PageHead
        title={
          <>
            <span className="num faint">{page.code}</span> {page.title}
          </>
        }
        lede={page.description || undefined}
        crumbs={[{ label: t("ratings"), href: path }, { label: page.code }]}
        acts={<Neighbours page={page} path={`${path}/criteria`} />}
      />
      <MainAside label={t("scale")} aside={<ScaleSheet page={page} />}>
        {page.rows.length === 0 ? (
          <Sheet title={t("criterionPicture")}>
            <EmptyState title={t("nobodyYet")}>{t("nobodyYetHint")}</EmptyState>
          </Sheet>
        ) : (
          <>
            <Sheet title={t("criterionPicture")}>
              <PictureFigure
                content={{ kind: "criterion", ...page.shown }}
                languages={languages}
                base={base}
                name="criterion"
                query={files.toString()}
                bare
              />
            </Sheet>
            <ValuesSheet page={page} sorting={sorting} path={path} />
          </>
        )}
      </MainAside>
    </>
  );
}

function Neighbours({ page: { before, after }, path }: { page: ShownCriterionPage; path: string }) {
  return (
    <>
      {before && (
        <ButtonLink to={`${path}/${before.code}`} icon="chevron-up" about={before.title}>
          {before.code}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink to={`${path}/${after.code}`} icon="chevron-down" about={after.title}>
          {after.code}
        </ButtonLink>
      )}
    </>
  );
}

type Row = ShownCriterionPage["rows"][number];

function ValuesSheet({ page, sorting, path }: { page: ShownCriterionPage; sorting: HeatmapFilter["sort"]; path: string }) {
  const t = useTranslations("ratings");
  const heat = useTranslations("ui.heat");
  const columns: Column<Row>[] = [
    { key: "code", head: t("code"), sortable: true, narrow: "meta", cell: ({ code }) => <span className="num">{code}</span> },
    {
      key: "name",
      head: t("subject"),
      sortable: true,
      narrow: "title",
      cell: ({ code, name }) => (
        <Link to={`${path}/${code}#${page.code}`}>
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      key: page.id,
      head: t("agreedValue"),
      sortable: true,
      narrow: "meta",
      cell: ({ value, state, again }) => (
        <span className="row wrap">
          {value} {(state === "reconciled" || state === "differs" || state === "blind") && <StatusTag state={state} />}
          {again && <span className="small soft">{heat("again", again)}</span>}
        </span>
      ),
    },
    { key: "raters", head: t("byRater"), narrow: "named", cell: ({ raters }) => raters || "–" },
  ];
  return (
    <Sheet title={t("criterionValues")} footer={page.earlier.length > 0 && <EarlierNotes notes={page.earlier} />} flush>
      <DataTable caption={t("criterionValues")} columns={columns} rows={page.rows} rowKey={({ code }) => code} sorting={sorting} />
    </Sheet>
  );
}

/** What was judged on an earlier wording of the criterion, with that wording. */
function EarlierNotes({ notes }: { notes: readonly string[] }) {
  return (
    <div className="small soft stack">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

interface LevelRow {
  key: string;
  label: string;
  anchor: string;
  count: number;
}

/** The levels of the scale with what they mean and how many have each; of a scale of numbers those that were given, and its anchors. */
function ScaleSheet({ page: { scale, tally } }: { page: ShownCriterionPage }) {
  const t = useTranslations("ratings");
  if (!scale || !tally) return null;
  const levelOf = (key: string) => [...scale.levels, ...scale.others].find(({ value }) => value === key);
  const rows = [...tally.levels, ...tally.without].map(({ key, label, count }): LevelRow => {
    const level = levelOf(key);
    const anchor = scale.numeric?.anchors.find(({ at }) => String(at) === key)?.text ?? level?.anchor ?? "";
    return { key, label: level?.mark ? `${level.mark} ${label}` : label, anchor, count };
  });
  const columns: Column<LevelRow>[] = [
    {
      key: "level",
      head: scale.title,
      narrow: "title",
      cell: ({ label, anchor }) => (
        <>
          <span className="strong">{label}</span>
          {anchor && <span className="block small soft">{anchor}</span>}
        </>
      ),
    },
    { key: "count", head: t("howMany"), align: "right", narrow: "named", cell: ({ count }) => <span className="num">{count}</span> },
  ];
  return (
    <Sheet
      title={t("scale")}
      intro={t("judgedOf", { judged: tally.judged, subjects: tally.subjects, open: tally.open })}
      footer={scale.numeric && <NumericAnchors scale={scale} />}
      flush
    >
      <DataTable caption={t("scale")} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Sheet>
  );
}

/** What some of the numbers mean. */
function NumericAnchors({ scale: { numeric } }: { scale: NonNullable<ShownCriterionPage["scale"]> }) {
  const t = useTranslations("ratings");
  if (!numeric) return null;
  const { min, max, unit, anchors } = numeric;
  return (
    <div className="small soft stack">
      <p>
        {t("numbersBetween", { min, max })} {unit}
      </p>
      <ul>
        {anchors.map(({ at, text }) => (
          <li key={at}>
            <span className="num strong">{at}</span> {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
