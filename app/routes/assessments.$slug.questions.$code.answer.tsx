import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { actOnField } from "~/features/questions/act-on-field.server";
import { AnswerFieldPage } from "~/features/questions/answer-field-page";
import { FieldOvertaken } from "~/features/questions/field-overtaken";
import { loadFieldForm } from "~/features/questions/load-field-form.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { question }) => `${question.code} ${t("protocolField.form")}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "question.read", assessment);
  return loadFieldForm(db, user, assessment, params["code"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "question.read", assessment);
  const { question } = await loadFieldForm(db, user, assessment, params["code"]);
  authorize(user, "question.answer", assessment);
  const done = await actOnField(user, changeContext(user, request, assessment), assessment, question.code, await readForm(request));
  if (done.status !== 200 || request.headers.has("x-autosave")) return data(done, { status: done.status });
  return redirect(`/assessments/${assessment.slug}/questions/${question.code}/answer`);
}

export default function AnswerFieldRoute() {
  const { slug = "" } = useParams();
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done && "overtaken" in done) return <FieldOvertaken page={page} field={done.field} overtaken={done.overtaken} />;
  return <AnswerFieldPage slug={slug} page={page} problem={done && "problem" in done ? done.problem : undefined} />;
}
