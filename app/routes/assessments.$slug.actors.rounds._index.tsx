import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { actOnRound } from "~/features/rounds/act-on-round.server";
import { readRoundForm, readRounds } from "~/features/rounds/queries.server";
import { readHeadlines } from "~/features/rounds/read-agreement.server";
import { RoundsPage } from "~/features/rounds/rounds-page";
import { roundForms } from "~/features/rounds/schema";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("rounds.heading") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const kind = new URL(request.url).searchParams.get("kind");
  return {
    rounds: await readRounds(db, study),
    headlines: await readHeadlines(db, user.id, study),
    form: can(user, "round.manage", assessment) ? await readRoundForm(db, study, kind) : null,
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  authorize(user, "round.manage", assessment);
  const form = await parseForm(request, roundForms(assessment.languages));
  if (!form.ok) return data(form.problem, { status: 422 });
  const problem = await actOnRound(changeContext(user, request, assessment), assessment.id, assessment.languages, form.value);
  return problem ? data(problem, { status: 422 }) : redirect(`/assessments/${assessment.slug}/actors/rounds`);
}

export default function RoundsRoute() {
  const t = useTranslations("rounds");
  const page = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const kept = useKept(problem, undefined, { title: t("title"), dueOn: t("dueOn") });
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} />
      <ErrorSummary errors={kept.summary} />
      <ActorTabs base={page.base} current="rounds" />
      <RoundsPage {...page} problem={problem} />
    </>
  );
}
