import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { loadRanking } from "~/features/ranking/load-ranking.server";
import { RankingPage } from "~/features/ranking/ranking-page";
import { useWeightErrors } from "~/features/ranking/use-weight-errors";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("ranking.heading") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const { searchParams } = new URL(request.url);
  const study = { assessment, protocol: await protocolOf(assessment), language: user.language };
  const shown = await loadRanking(db, study, searchParams);
  const page = {
    shown,
    base: `/assessments/${assessment.slug}`,
    query: searchParams.toString(),
    languages: assessment.languages,
  };
  return data(page, { status: shown?.problem ? 422 : 200 });
}

export default function RankingRoute() {
  const t = useTranslations("ranking");
  const page = useLoaderData<typeof loader>();
  const errors = useWeightErrors(page.shown);
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} />
      <ErrorSummary errors={errors} title={t("notReadable")} />
      <ActorTabs base={page.base} current="ranking" />
      <RankingPage {...page} />
    </>
  );
}
