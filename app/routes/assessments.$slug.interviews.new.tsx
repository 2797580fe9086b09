import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { loadPlan, planFromForm } from "~/features/interviews/plan-from-form.server";
import { PlanPage } from "~/features/interviews/plan-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("interviews.plan_new") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  authorize(user, "interview.create", assessment);
  return loadPlan(db, user, assessment);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  authorize(user, "interview.create", assessment);
  const made = await planFromForm(changeContext(user, request, assessment), assessment, await readForm(request));
  return made.ok ? redirect(`/assessments/${assessment.slug}/interviews/${made.code}/participants`) : data(made.problem, { status: 422 });
}

export default function NewInterviewPage() {
  const t = useTranslations("interviews");
  const { slug = "" } = useParams();
  const page = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return (
    <>
      <PageHead title={t("plan_new")} crumbs={[{ label: t("title"), href: `/assessments/${slug}/interviews` }, { label: t("plan_new") }]} />
      <ErrorSummary errors={kept.summary} />
      <PlanPage slug={slug} kept={kept} {...page} />
    </>
  );
}
