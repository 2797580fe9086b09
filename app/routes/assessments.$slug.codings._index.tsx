import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnCoding } from "~/features/codes/act-on-coding.server";
import { CodedTextPage } from "~/features/codes/coded-text-page";
import { CodingOvertaken } from "~/features/codes/coding-overtaken";
import { loadCodedText } from "~/features/codes/load-coded-text.server";
import { codingForms } from "~/features/codes/schema";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (t, { code }) => t("codes.text.title", { code }) };

const textOf = (request: Request) => new URL(request.url).searchParams.get("of") ?? "";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  return loadCodedText(db, { assessment, protocol: await protocolOf(assessment), viewer: user }, textOf(request));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  authorize(user, "coding.write", assessment);
  const form = await parseForm(request, codingForms);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const of = textOf(request);
  const path = `/assessments/${assessment.slug}/codings?of=${encodeURIComponent(of)}`;
  const done = await actOnCoding(changeContext(user, request, assessment), { assessmentId: assessment.id, of, path }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function CodingsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <CodingOvertaken overtaken={answer.overtaken} page={page} />;
  return <CodedTextPage page={page} problem={answer?.problem} />;
}
