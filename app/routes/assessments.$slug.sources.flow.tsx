import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnCount } from "~/features/screening/act-on-screening.server";
import { CountOvertaken } from "~/features/screening/count-overtaken";
import { FlowPage } from "~/features/screening/flow-page";
import { loadFlow } from "~/features/screening/load-flow.server";
import { CountForm } from "~/features/screening/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("screening.flow.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  return {
    read: await loadFlow(db, assessment, new URL(request.url).searchParams.get("kind")),
    base: `/assessments/${assessment.slug}`,
    languages: assessment.languages,
    mayCount: can(user, "screening.decide", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  authorize(user, "screening.decide", assessment);
  const form = await parseForm(request, CountForm);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const back = `/assessments/${assessment.slug}/sources/flow`;
  const done = await actOnCount(changeContext(user, request, assessment), { assessmentId: assessment.id, back }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function FlowRoute() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <CountOvertaken overtaken={answer.overtaken} reasons={shown.read?.shown.reasons ?? []} />;
  return <FlowPage {...shown} problem={answer?.problem} />;
}
