import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnLimitation } from "~/features/limitations/act-on-limitation.server";
import { LimitationOvertaken } from "~/features/limitations/limitation-overtaken";
import { LimitationsPage } from "~/features/limitations/limitations-page";
import { listLimitations, listPlaces } from "~/features/limitations/queries.server";
import { limitationForms } from "~/features/limitations/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
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
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const path = `/assessments/${assessment.slug}/limitations`;
  const done = await actOnLimitation(changeContext(user, request, assessment), { assessmentId: assessment.id, path }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function LimitationsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <LimitationOvertaken overtaken={answer.overtaken} {...page} />;
  return <LimitationsPage {...page} problem={answer?.problem} />;
}
