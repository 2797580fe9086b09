import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnAppraisal } from "~/features/sources/act-on-appraisal.server";
import { AppraisalOvertaken } from "~/features/sources/appraisal-overtaken";
import { AppraisalPage } from "~/features/sources/appraisal-page";
import { appraisalForm } from "~/features/sources/appraisal-schema";
import { appraisalCriteria, loadAppraisal } from "~/features/sources/load-appraisal.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("sources.appraisalPage.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  return {
    shown: await loadAppraisal(db, assessment, new URL(request.url).searchParams.get("source")),
    base: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "source.write", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  const criteria = appraisalCriteria(await protocolOf(assessment));
  const form = await parseForm(request, appraisalForm(criteria));
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const where = { assessmentId: assessment.id, back: `/assessments/${assessment.slug}/sources/appraisal`, criteria };
  const done = await actOnAppraisal(changeContext(user, request, assessment), where, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function AppraisalRoute() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <AppraisalOvertaken overtaken={answer.overtaken} shown={shown.shown} />;
  return <AppraisalPage {...shown} problem={answer?.problem} />;
}
