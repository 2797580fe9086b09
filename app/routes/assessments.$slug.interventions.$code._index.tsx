import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { actOnIntervention } from "~/features/interventions/act-on-intervention.server";
import { InterventionOvertaken } from "~/features/interventions/intervention-overtaken";
import { InterventionPage } from "~/features/interventions/intervention-page";
import { findIntervention, readInterventionForm } from "~/features/interventions/queries.server";
import { interventionForms } from "~/features/interventions/schema";
import { RateLink, RatingsSheet } from "~/features/ratings/ratings-sheet";
import { readSubjectRatings } from "~/features/ratings/read-subject-ratings.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";

export const handle: PageHandle<{ intervention: { code: string; title: string } }> = {
  title: (_t, { intervention }) => `${intervention.code} ${intervention.title}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "intervention.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const intervention = await findIntervention(db, assessment.id, params["code"]);
  return {
    intervention,
    choices: can(user, "intervention.write", assessment) ? await readInterventionForm(db, study) : null,
    criteria: await readSubjectRatings(db, study, "intervention", intervention),
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    mayReconcile: can(user, "round.reconcile", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "intervention.read", assessment);
  authorize(user, "intervention.write", assessment);
  const intervention = await findIntervention(db, assessment.id, params["code"]);
  const form = await parseForm(request, interventionForms(assessment.languages));
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const place = { assessmentId: assessment.id, languages: assessment.languages, list: `/assessments/${assessment.slug}/interventions` };
  const done = await actOnIntervention(changeContext(user, request, assessment), place, intervention, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function InterventionRoute() {
  const { criteria, mayReconcile, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslations("interventions");
  const kept = useKept(answer?.problem, undefined, { title: t("title") });
  const path = `${page.base}/interventions/${page.intervention.code}`;
  if (answer?.overtaken) return <InterventionOvertaken overtaken={answer.overtaken} {...page} />;
  return (
    <InterventionPage
      {...page}
      problem={answer?.problem}
      errors={<ErrorSummary errors={kept.summary} />}
      acts={<RateLink criteria={criteria} path={path} />}
      judgement={
        <RatingsSheet
          criteria={criteria}
          languages={page.languages}
          base={page.base}
          kind="intervention"
          code={page.intervention.code}
          mayReconcile={mayReconcile}
        />
      }
    />
  );
}
