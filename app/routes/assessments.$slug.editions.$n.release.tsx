import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findEditionToMove } from "~/features/editions/open-edition.server";
import { ReleaseConfirmation } from "~/features/editions/release-confirmation";
import { releaseEdition } from "~/features/editions/release-edition.server";
import { ReleaseFields } from "~/features/editions/schema";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("editions.release") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.release", assessment);
  return findEditionToMove(assessment, params["n"], "release");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.release", assessment);
  const { edition } = await findEditionToMove(assessment, params["n"], "release");
  const form = await parseForm(request, ReleaseFields);
  if (!form.ok) return data(form.problem, { status: 422 });
  await releaseEdition(changeContext(user, request, assessment), {
    assessmentId: assessment.id,
    id: edition.id,
    version: form.value.version,
  });
  return redirect(`/assessments/${assessment.slug}/editions/${edition.number}`);
}

export default function ReleaseRoute() {
  const kept = useKept(useActionData<typeof action>());
  return <ReleaseConfirmation {...useLoaderData<typeof loader>()} kept={kept} />;
}
