import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cancelDraft } from "~/features/editions/cancel-draft.server";
import { JobPage } from "~/features/editions/job-page";
import { openJob } from "~/features/editions/open-job.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { isOpen, edition }) =>
    edition && !isOpen ? t("editions.draft", edition) : t(isOpen ? "editions.job.title" : "editions.job.titleEnded"),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  return openJob(db, user, assessment, params["id"], new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.compile", assessment);
  const id = params["id"] ?? "";
  await cancelDraft(changeContext(user, request, assessment), { assessmentId: assessment.id, id });
  return redirect(`/assessments/${assessment.slug}/editions/jobs/${id}`);
}

export default function JobRoute() {
  return <JobPage job={useLoaderData<typeof loader>()} />;
}
