import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnStepBack } from "~/features/review-rounds/act-on-step-back.server";
import { findPlace } from "~/features/review-rounds/find-place.server";
import { loadStepBack } from "~/features/review-rounds/load-step-back.server";
import { StepBackForms } from "~/features/review-rounds/schema";
import { StepBackPage } from "~/features/review-rounds/step-back-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [t("reviewRounds.stepBacks"), head.number, head.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadStepBack(db, user, assessment, params["code"], new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const { people, section, head } = await findPlace(db, user, assessment, params["code"]);
  if (!can(user, "section.step-back", people)) authorize(user, "section.replace-reviewer", assessment);
  const form = await parseForm(request, StepBackForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const place = { assessmentId: assessment.id, sectionId: section.id, path: head.path };
  const done = await actOnStepBack(changeContext(user, request, assessment), place, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function StepBackRoute() {
  return <StepBackPage loaded={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
