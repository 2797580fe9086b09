import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { EffectSheet } from "~/features/interventions/effect-sheet";
import { interventionFilter } from "~/features/interventions/intervention-filter";
import { InterventionTable } from "~/features/interventions/intervention-table";
import { listInterventions } from "~/features/interventions/list-interventions.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("interventions.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "intervention.read", assessment);
  const filter = interventionFilter(new URL(request.url).searchParams);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  return {
    filter,
    base: `/assessments/${assessment.slug}`,
    languages: assessment.languages,
    mayWrite: can(user, "intervention.write", assessment),
    listed: await listInterventions(db, study, filter),
  };
}

export default function InterventionsPage() {
  const t = useTranslations("interventions");
  const { filter, base, languages, mayWrite, listed } = useLoaderData<typeof loader>();
  const add = mayWrite && (
    <ButtonLink to={`${base}/interventions/new`} variant="primary" icon="plus">
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} acts={listed.total > 0 && add} />
      <ActorTabs base={base} current="interventions" />
      <div className="gap">
        {listed.total > 0 &&
          listed.effects.map((effect) => <EffectSheet key={effect.id} effect={effect} filter={filter} languages={languages} base={base} />)}
        <Sheet title={t("list")} id="list" flush>
          {listed.total === 0 ? (
            <EmptyState title={t("empty")} act={add}>
              {t("emptyHint")}
            </EmptyState>
          ) : (
            <InterventionTable listed={listed} filter={filter} path={`${base}/interventions`} />
          )}
        </Sheet>
      </div>
    </>
  );
}
