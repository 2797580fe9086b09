import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";
import { CoverageMatrix } from "./coverage-matrix";
import { OverviewHead, type OverviewHeadProps } from "./overview-head";
import { ChapterSheet, DecisionSheet, FieldworkSheet } from "./overview-sheets";
import type { loadOverview } from "./queries.server";

type OverviewPageProps = Awaited<ReturnType<typeof loadOverview>> & OverviewHeadProps & { mayWrite: boolean };

/** The overview of a study: what each research question stands on, how far the work is, what the lead has to decide. */
export function OverviewPage({ study, people, base, mayCompile, mayWrite, ...overview }: OverviewPageProps) {
  const t = useTranslations("overview");
  const { rows, columns, rule, isEmpty, chapters, fieldwork, decisions } = overview;
  return (
    <>
      <OverviewHead study={study} people={people} base={base} mayCompile={mayCompile} />
      <div className="gap">
        <Sheet
          title={t("matrix")}
          aside={<Link to={`${base}/protocol?part=rules`}>{t("ruleOfCoverage")}</Link>}
          intro={`${t("matrixIntro")} ${rule ? t("rule", rule) : ""}`}
          flush
        >
          {isEmpty && <Beginning base={base} mayWrite={mayWrite} />}
          <CoverageMatrix rows={rows} columns={columns} base={base} />
        </Sheet>
        <div className="cols three">
          <ChapterSheet chapters={chapters} base={base} />
          <FieldworkSheet fieldwork={fieldwork} />
          <DecisionSheet decisions={decisions} base={base} />
        </div>
      </div>
    </>
  );
}

function Beginning({ base, mayWrite }: { base: string; mayWrite: boolean }) {
  const t = useTranslations("overview");
  const acts = mayWrite && (
    <>
      <ButtonLink to={`${base}/sources/new`} icon="plus">
        {t("addSource")}
      </ButtonLink>
      <ButtonLink to={`${base}/interviews/new`} icon="plus">
        {t("planInterview")}
      </ButtonLink>
    </>
  );
  return (
    <EmptyState title={t("empty")} act={acts}>
      {t("emptyHint")}
    </EmptyState>
  );
}
