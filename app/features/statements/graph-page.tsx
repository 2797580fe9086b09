import { useTranslations } from "use-intl";
import { statementKinds } from "~/domain/evidence/kinds";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { MainAside, Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import { GraphDrawing } from "./graph-drawing";
import { GraphOutline } from "./graph-outline";
import type { GraphFilter, loadGraph } from "./load-graph.server";

type Loaded = Awaited<ReturnType<typeof loadGraph>>;

/** The chain of a study as a drawing in columns, with the same in words beside it; or of one statement, down to the evidence. */
export function GraphPage({ loaded, filter }: { loaded: Loaded; filter: GraphFilter }) {
  const t = useTranslations("statements.graph");
  const { base, columns, edges, total } = loaded;
  const shown = columns.reduce((sum, { nodes }) => sum + nodes.length, 0);
  return (
    <>
      <PageHead
        title={filter.on === "" ? t("heading") : t("around", { code: filter.on })}
        lede={t(filter.on === "" ? "lede" : "ledeAround")}
        crumbs={[{ label: t("statements"), href: `${base}/statements` }, { label: t("heading") }]}
        acts={<Ways base={base} on={filter.on} />}
      />
      {filter.on === "" && <Filters loaded={loaded} filter={filter} shown={shown} />}
      {shown === 0 ? (
        <Sheet title={t("drawing")}>
          <EmptyState title={t(total === 0 ? "empty" : "nothingFits")} />
        </Sheet>
      ) : (
        <MainAside label={t("outline")} aside={<GraphOutline columns={columns} edges={edges} />}>
          <Sheet title={t("drawing")}>
            <Legend />
            <GraphDrawing columns={columns} edges={edges} around={filter.on} />
          </Sheet>
        </MainAside>
      )}
    </>
  );
}

function Ways({ base, on }: { base: string; on: string }) {
  const t = useTranslations("statements.graph");
  return (
    <>
      <ButtonLink to={`${base}/statements/orphans`} icon="octagon">
        {t("orphans")}
      </ButtonLink>
      {on !== "" && (
        <ButtonLink to={`${base}/statements/graph`} icon="eye">
          {t("whole")}
        </ButtonLink>
      )}
    </>
  );
}

function Filters({ loaded: { sections, total }, filter, shown }: { loaded: Loaded; filter: GraphFilter; shown: number }) {
  const t = useTranslations("statements");
  const isOn = [filter.kind, filter.ground, filter.section, filter.words].some((value) => value !== "");
  const kinds = statementKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  const grounds = [
    { value: "none", label: t("withoutGround") },
    { value: "contradicted", label: t("contradicted") },
  ];
  return (
    <>
      <FilterBar label={t("filter")}>
        <SelectField name="kind" label={t("kind")} value={filter.kind} empty={t("everyKind")} options={kinds} />
        <SelectField name="ground" label={t("ground")} value={filter.ground} empty={t("everyGround")} options={grounds} />
        <SelectField name="section" label={t("section")} value={filter.section} empty={t("graph.everySection")} options={sections} />
        <TextField name="q" type="search" label={t("graph.words")} value={filter.words} maxLength={200} />
      </FilterBar>
      <FilterCount clearHref={isOn ? "?" : undefined}>{t("count", { shown, total })}</FilterCount>
    </>
  );
}

/** What the lines mean, in words beside a piece of each. */
function Legend() {
  const t = useTranslations("statements.graph");
  return (
    <ul className="graph-legend small soft">
      {(["supports", "contradicts", "context"] as const).map((kind) => (
        <li key={kind}>
          <svg className="graph-edges" width={34} height={10} aria-hidden="true">
            <path className={kind} d="M1 5H33" />
          </svg>
          {t(`relations.${kind}`)}
        </li>
      ))}
      <li>{t("keys")}</li>
    </ul>
  );
}
