import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { actOnInterviewee } from "~/features/interviewees/act-on-interviewee.server";
import { findInterviewee } from "~/features/interviewees/find-interviewee.server";
import { IntervieweeOvertaken } from "~/features/interviewees/interviewee-overtaken";
import { IntervieweePage } from "~/features/interviewees/interviewee-page";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_, { interviewee }) => interviewee.code };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interviewee.read", assessment);
  return findInterviewee(db, user, assessment, await protocolOf(assessment), params["code"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interviewee.read", assessment);
  const page = await findInterviewee(db, user, assessment, await protocolOf(assessment), params["code"]);
  authorize(user, "interviewee.write", assessment);
  const refused = await actOnInterviewee(user, changeContext(user, request, assessment), assessment, page, await readForm(request));
  if (refused) return data(refused, { status: refused.status });
  return redirect(`/assessments/${assessment.slug}/interviewees/${page.interviewee.code}`);
}

export default function IntervieweeRoute() {
  const { slug = "" } = useParams();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  if (answer?.overtaken) return <IntervieweeOvertaken overtaken={answer.overtaken} page={page} />;
  return <IntervieweePage slug={slug} page={page} kept={kept} />;
}
