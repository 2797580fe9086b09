import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { actOnAgreement } from "~/features/interviews/act-on-agreement.server";
import { AgreementOvertaken } from "~/features/interviews/agreement-overtaken";
import { AgreementPage } from "~/features/interviews/agreement-page";
import { findInterview } from "~/features/interviews/find-interview.server";
import { loadAgreement } from "~/features/interviews/load-agreement.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { interview }) => t("interviews.agreement.title", { code: interview.code }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"], user);
  return loadAgreement(db, user, assessment, await protocolOf(assessment), interview);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"], user);
  authorize(user, "interview.write", interview.people);
  const refused = await actOnAgreement(changeContext(user, request, assessment), assessment, interview, await readForm(request));
  if (refused) return data(refused, { status: refused.status });
  return redirect(`/assessments/${assessment.slug}/interviews/${interview.code}/participants`);
}

export default function AgreementRoute() {
  const { slug = "" } = useParams();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  if (answer?.overtaken) return <AgreementOvertaken overtaken={answer.overtaken} page={page} />;
  return <AgreementPage slug={slug} page={page} kept={kept} />;
}
