import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { countFacts } from "~/features/actors/queries.server";
import { HeatmapMeta, HeatmapPage } from "~/features/ratings/heatmap-page";
import { filterFrom, readPanel } from "~/features/ratings/panel.server";
import { readHeatmap } from "~/features/ratings/read-heatmap.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("actors.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const { searchParams } = new URL(request.url);
  const filter = filterFrom(searchParams, study.protocol);
  const heatmap = await readHeatmap(db, study, "actor", filter);
  return {
    heatmap,
    filter,
    query: searchParams.toString(),
    base: `/assessments/${assessment.slug}`,
    panel: await readPanel(db, study, heatmap, searchParams.get("cell"), await countFacts(db, assessment.id)),
    mayWrite: can(user, "actor.write", assessment),
    mayReconcile: can(user, "round.reconcile", assessment),
  };
}

export default function ActorsPage() {
  const t = useTranslations("actors");
  const ratings = useTranslations("ratings");
  const sheets = useTranslations("sheets");
  const { mayWrite, mayReconcile, ...page } = useLoaderData<typeof loader>();
  const { heatmap, base } = page;
  const add = mayWrite && (
    <ButtonLink to={`${base}/actors/new`} icon="plus" variant={heatmap.total === 0 ? "primary" : "plain"}>
      {t("add")}
    </ButtonLink>
  );
  const bringIn = mayWrite && (
    <ButtonLink to={`${base}/actors/imports`} variant={heatmap.total === 0 ? "plain" : "quiet"}>
      {sheets("actorsTitle")}
    </ButtonLink>
  );
  const reconcile = mayReconcile && heatmap.differing > 0 && (
    <ButtonLink to={`${base}/actors/reconcile`} variant="primary">
      {ratings("reconcileN", { count: heatmap.differing })}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("ratings")}
        meta={heatmap.total > 0 && <HeatmapMeta heatmap={heatmap} />}
        acts={
          heatmap.total > 0 && (
            <>
              {bringIn}
              {add}
              {reconcile}
            </>
          )
        }
      />
      <ActorTabs base={base} current="actors" />
      {heatmap.total === 0 ? (
        <Sheet title={t("list")}>
          <EmptyState
            title={t("empty")}
            act={
              mayWrite && (
                <>
                  {add} {bringIn}
                </>
              )
            }
          >
            {t("emptyHint")}
          </EmptyState>
        </Sheet>
      ) : (
        <HeatmapPage {...page} />
      )}
    </>
  );
}
