import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { actOnFactCheck } from "~/features/fact-check/act-on-fact-check.server";
import { FactCheckPage } from "~/features/fact-check/fact-check-page";
import { findInterview } from "~/features/fact-check/find-interview.server";
import { loadFactCheck } from "~/features/fact-check/load-fact-check.server";
import { loadPreviewIfAsked } from "~/features/fact-check/load-preview.server";
import { RecordPreview } from "~/features/fact-check/record-preview";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";
import { revalidateAfterAct } from "~/platform/revalidate-after-act";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { page }) => t("factCheck.title", { code: page.interview.code }),
};

export const shouldRevalidate = revalidateAfterAct;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"], user);
  const protocol = await protocolOf(assessment);
  const page = await loadFactCheck(db, user, assessment, protocol, interview, new Date());
  const asked = new URL(request.url).searchParams.get("preview");
  return { page, preview: await loadPreviewIfAsked(db, user, { assessment, protocol, page, participantId: asked }) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"], user);
  authorize(user, "interview.write", interview.people);
  const arranging = { user, context: changeContext(user, request, assessment), assessment, interview };
  const done = await actOnFactCheck(arranging, await readForm(request));
  if (done.to === undefined) return data(done, { status: done.status });
  return redirect(`/assessments/${assessment.slug}/interviews/${interview.code}/fact-check${done.to}`);
}

export default function FactCheckRoute() {
  const { slug = "" } = useParams();
  const { page, preview } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const kept = useKept(done?.problem);
  if (preview) return <RecordPreview page={preview} />;
  return <FactCheckPage slug={slug} page={page} made={done?.made} kept={kept} open={done?.open} />;
}
