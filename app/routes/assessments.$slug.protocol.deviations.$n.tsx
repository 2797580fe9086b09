import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnEffect } from "~/features/deviations/act-on-effect.server";
import { DeviationPage } from "~/features/deviations/deviation-page";
import { findDeviation } from "~/features/deviations/queries.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, data) => t("deviations.one", { number: data.deviation.number }),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  return {
    deviation: await findDeviation(db, assessment.id, params["n"]),
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    mayChange: can(user, "protocol.deviate", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  const deviation = await findDeviation(db, assessment.id, params["n"]);
  authorize(user, "protocol.deviate", assessment);
  const done = await actOnEffect(changeContext(user, request, assessment), { assessment, deviation, request });
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function DeviationRoute() {
  const answer = useActionData<typeof action>();
  return <DeviationPage {...useLoaderData<typeof loader>()} problem={answer?.problem} overtaken={answer?.overtaken} />;
}
