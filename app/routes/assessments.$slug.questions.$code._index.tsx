import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { findQuestion } from "~/domain/protocol/readers";
import { loadQuestion } from "~/features/questions/load-question.server";
import { QuestionPage } from "~/features/questions/question-page";
import { questionForms } from "~/features/questions/schema";
import { tagQuestion, untagQuestion } from "~/features/sections/tag-question.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { refuse } from "~/platform/refusal.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_t, { question }) => `${question.code} ${question.text}` };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "question.read", assessment);
  const search = new URL(request.url).searchParams;
  const [kind, find] = [search.get("kind") ?? "", search.get("q") ?? ""];
  const question = await loadQuestion(db, user, assessment, { code: params["code"], kind, find });
  return { question, base: `/assessments/${assessment.slug}`, kind, find, mayTag: can(user, "question.tag", assessment) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "question.read", assessment);
  authorize(user, "question.tag", assessment);
  const question = findQuestion(await protocolOf(assessment), params["code"] ?? "")?.id;
  if (question === undefined) throw refuse("not-found");
  const form = await parseForm(request, questionForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const context = changeContext(user, request, assessment);
  const input = { assessmentId: assessment.id, question, evidence: form.value.evidence };
  await (form.value.intent === "tag" ? tagQuestion(context, input) : untagQuestion(context, input));
  return redirect(`/assessments/${assessment.slug}/questions/${question}`);
}

export default function QuestionRoute() {
  return <QuestionPage {...useLoaderData<typeof loader>()} />;
}
