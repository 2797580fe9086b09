import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { PlacesPage } from "~/features/actors/places-page";
import { placeFilterFrom, readPlacesPage } from "~/features/actors/read-places.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("actors.placesTitle"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const query = new URL(request.url).searchParams;
  const filter = placeFilterFrom(query);
  const study = { assessment, protocol: await protocolOf(assessment), language: user.language };
  return {
    shown: await readPlacesPage(db, study, filter),
    filter,
    query: query.toString(),
    base: `/assessments/${assessment.slug}`,
  };
}

export default function PlacesRoute() {
  const t = useTranslations("actors");
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("placesTitle")} />
      <ActorTabs base={page.base} current="places" />
      {page.shown.total === 0 ? (
        <Sheet title={t("placesTable")}>
          <EmptyState title={t("noPlaces")} act={<ButtonLink to={`${page.base}/actors/list`}>{t("register")}</ButtonLink>}>
            {t("noPlacesHint")}
          </EmptyState>
        </Sheet>
      ) : (
        <PlacesPage {...page} />
      )}
    </>
  );
}
