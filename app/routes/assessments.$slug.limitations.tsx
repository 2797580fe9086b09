import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnLimitation } from "~/features/limitations/act-on-limitation.server";
import { LimitationsPage } from "~/features/limitations/limitations-page";
import { listLimitations, listPlaces } from "~/features/limitations/queries.server";
import { limitationForms } from "~/features/limitations/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("limitations.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const [limitations, places] = await Promise.all([listLimitations(db, assessment.id), listPlaces(db, user, assessment)]);
  return {
    limitations,
    places,
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "limitation.write", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  authorize(user, "limitation.write", assessment);
  const form = await parseForm(request, limitationForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const path = `/assessments/${assessment.slug}/limitations`;
  const done = await actOnLimitation(changeContext(user, request, assessment), { assessmentId: assessment.id, path }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: 422 });
}

export default function LimitationsRoute() {
  return <LimitationsPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
