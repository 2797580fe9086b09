import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findInterview } from "~/features/interviews/find-interview.server";
import { citeEvidence } from "~/features/sections/cite-evidence.server";
import { CitePage } from "~/features/sections/cite-page";
import { loadCite, writerIn } from "~/features/sections/load-cite.server";
import { CiteEvidenceForm } from "~/features/sections/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { evidence }) => t("sections.citeAnswer.title", { code: evidence.code }),
};

const answerOf = (request: Request) => new URL(request.url).searchParams.get("answer") ?? "";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const answer = answerOf(request);
  if (answer === "") throw redirect(`/assessments/${assessment.slug}/interviews/${params["code"]}`);
  return loadCite(db, user, assessment, `${params["code"]}:${answer}`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  authorize(user, "section.write", writerIn(assessment, user));
  await findInterview(db, assessment, params["code"]);
  const form = await parseForm(request, CiteEvidenceForm);
  if (!form.ok) return data(null, { status: 422 });
  const code = `${params["code"]}:${answerOf(request)}`;
  const done = await citeEvidence(changeContext(user, request, assessment), user, assessment, { code, ...form.value });
  if (done instanceof Response) throw done;
  return data(done, { status: 422 });
}

export default function CiteRoute() {
  return <CitePage loaded={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? undefined} />;
}
