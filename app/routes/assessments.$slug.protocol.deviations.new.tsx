import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewDeviationPage } from "~/features/deviations/new-deviation-page";
import { actOnDeviation, loadNewDeviation } from "~/features/deviations/new-deviation.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("deviations.new.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  authorize(user, "protocol.deviate", assessment);
  return loadNewDeviation(user, assessment, new URL(request.url), new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  authorize(user, "protocol.deviate", assessment);
  const done = await actOnDeviation(user, assessment, request, new Date());
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function NewDeviationRoute() {
  const answer = useActionData<typeof action>();
  return <NewDeviationPage {...useLoaderData<typeof loader>()} problem={answer?.problem} overtaken={answer?.overtaken} />;
}
