import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { actOnScreening } from "~/features/screening/act-on-screening.server";
import { loadStep, requireStep } from "~/features/screening/load-step.server";
import { stepForms } from "~/features/screening/schema";
import { ScreeningOvertaken } from "~/features/screening/screening-overtaken";
import { backTo } from "~/features/screening/back-to.server";
import { StepPage } from "~/features/screening/step-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ step: "title-abstract" | "retrieval" | "full-text" }> = {
  title: (t, { step }) => t(`screening.stepNames.${step}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  const step = requireStep(params["step"]);
  const asked = new URL(request.url).searchParams;
  return {
    step,
    shown: await loadStep(db, assessment, user, { step, code: asked.get("source"), done: asked.get("done") }),
    base: `/assessments/${assessment.slug}`,
    mayDecide: can(user, "screening.decide", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  authorize(user, "screening.decide", assessment);
  const step = requireStep(params["step"]);
  const form = await parseForm(request, stepForms);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const path = `/assessments/${assessment.slug}/sources/screening/${step}`;
  const where = { assessmentId: assessment.id, back: await backTo(db, assessment.id, path, form.value.source) };
  const done = await actOnScreening(changeContext(user, request, assessment), where, { ...form.value, step });
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function ScreeningStepRoute() {
  const t = useTranslations("screening");
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken)
    return <ScreeningOvertaken overtaken={answer.overtaken} what={t("decision")} reasons={shown.shown?.reasons ?? []} />;
  return <StepPage {...shown} problem={answer?.problem} />;
}
