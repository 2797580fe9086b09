import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { dayAt } from "~/domain/day";
import { findInterview } from "~/features/interviews/find-interview.server";
import { loadWithdrawal } from "~/features/interviews/load-withdrawal.server";
import { WithdrawConsentPage } from "~/features/interviews/withdraw-consent-page";
import { withdrawFromForm } from "~/features/interviews/withdraw-from-form.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { page }) => t("interviews.withdrawal.title", { name: page.participant.code }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"]);
  authorize(user, "interview.write", interview.people);
  const protocol = await protocolOf(assessment);
  const page = await loadWithdrawal(db, user, assessment, protocol, interview, params["person"]);
  return { page, today: dayAt(new Date()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"]);
  authorize(user, "interview.write", interview.people);
  const context = changeContext(user, request, assessment);
  const form = { code: params["person"], fields: await readForm(request) };
  const refused = await withdrawFromForm(db, context, assessment, interview, form);
  if (refused) return data(refused.problem, { status: refused.status });
  return redirect(`/assessments/${assessment.slug}/interviews/${interview.code}/participants`);
}

export default function WithdrawConsentRoute() {
  const { slug = "" } = useParams();
  const { page, today } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return <WithdrawConsentPage slug={slug} page={page} today={today} kept={kept} />;
}
