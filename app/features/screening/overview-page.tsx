import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { screeningSteps } from "~/domain/screening/steps";
import { ButtonLink } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TaskList, type Task } from "~/ui/task-list";
import type { ScreeningOverview, StepProgress } from "./load-overview.server";
import { NoScreening } from "./no-screening";

interface OverviewProps {
  overview: ScreeningOverview | null;
  base: string;
  mayDecide: boolean;
}

/** How far the screening is: what differs first, then what waits for the person who looks, step by step, and how much everyone has done. */
export function OverviewPage({ overview, base, mayDecide }: OverviewProps) {
  const t = useTranslations("screening");
  const path = `${base}/sources/screening`;
  const next = overview?.steps.find(({ mine }) => mine > 0);
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={overview ? t("lede", { screeners: overview.screeners }) : undefined}
        crumbs={[{ label: t("sources"), href: `${base}/sources` }, { label: t("heading") }]}
        acts={
          overview && (
            <>
              <ButtonLink to={`${path}/list`} icon="excerpt">
                {t("toList")}
              </ButtonLink>
              <ButtonLink to={`${base}/sources/flow`} icon="panes">
                {t("toFlow")}
              </ButtonLink>
              {mayDecide && next && (
                <ButtonLink to={`${path}/${next.step}`} variant="primary">
                  {t("screenNext")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {overview ? <Shown overview={overview} base={base} mayDecide={mayDecide} /> : <NoScreening base={base} />}
    </>
  );
}

function Shown({ overview, base, mayDecide }: OverviewProps & { overview: ScreeningOverview }) {
  const t = useTranslations("screening");
  const tasks = useTasks(overview, base, mayDecide);
  if (overview.total === 0)
    return (
      <Sheet title={t("steps")}>
        <EmptyState title={t("noSources")} act={<ButtonLink to={`${base}/sources`}>{t("toSources")}</ButtonLink>}>
          {t("noSourcesHint")}
        </EmptyState>
      </Sheet>
    );
  return (
    <div className="gap">
      <ConflictsSheet conflicts={overview.conflicts} base={base} />
      {overview.withoutChannel > 0 && (
        <Notice tone="info" title={t("withoutChannel", { count: overview.withoutChannel })}>
          <p>
            {t("withoutChannelHint")} <Link to={`${base}/sources/screening/list?channel=unknown`}>{t("showThem")}</Link>
          </p>
        </Notice>
      )}
      <Sheet title={t("steps")} flush>
        <TaskList tasks={tasks} />
      </Sheet>
      <PeopleSheet people={overview.people} />
    </div>
  );
}

function useTasks({ steps, appraisal }: ScreeningOverview, base: string, mayDecide: boolean): Task[] {
  const t = useTranslations("screening");
  const context = ({ reached, settled, second }: StepProgress) =>
    [t("settledOf", { settled, reached }), second > 0 && t("second", { count: second })].filter(Boolean).join(" · ");
  return [
    ...steps.map((step): Task => ({
      key: step.step,
      icon: step.step === "retrieval" ? "download" : "excerpt",
      title: t(`tasks.${step.step}`, { count: step.mine }),
      context: context(step),
      href: mayDecide && step.mine > 0 ? `${base}/sources/screening/${step.step}` : `${base}/sources/screening/list?step=${step.step}`,
      act: mayDecide && step.mine > 0 ? t("screen") : t("show"),
    })),
    {
      key: "appraisal",
      icon: "check",
      title: t("tasks.appraisal", { count: appraisal.total - appraisal.done }),
      context: t("appraisedOf", appraisal),
      href: `${base}/sources/appraisal`,
      act: mayDecide && appraisal.done < appraisal.total ? t("appraise") : t("show"),
    },
  ];
}

function ConflictsSheet({ conflicts, base }: { conflicts: ScreeningOverview["conflicts"]; base: string }) {
  const t = useTranslations("screening");
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="stale" icon="triangle" title={t("conflictsCount", { count: conflicts.length })}>
      <p>
        {conflicts
          .slice(0, 5)
          .map(({ code }) => code)
          .join(", ")}
        {conflicts.length > 5 && " …"} <Link to={`${base}/sources/screening/conflicts`}>{t("settleThem")}</Link>
      </p>
    </Notice>
  );
}

function PeopleSheet({ people }: { people: ScreeningOverview["people"] }) {
  const t = useTranslations("screening");
  const columns: Column<ScreeningOverview["people"][number]>[] = [
    { key: "name", head: t("person"), narrow: "title", cell: ({ name }) => name },
    ...screeningSteps.map((step) => ({
      key: step,
      head: t(`stepNames.${step}`),
      align: "right" as const,
      narrow: "named" as const,
      cell: ({ done }: ScreeningOverview["people"][number]) => <span className="num">{done[step]}</span>,
    })),
  ];
  return (
    <Sheet title={t("people")} intro={t("peopleIntro")} flush>
      <DataTable
        caption={t("people")}
        columns={columns}
        rows={people}
        rowKey={({ id }) => id}
        empty={<p className="body soft">{t("nobodyYet")}</p>}
      />
    </Sheet>
  );
}
