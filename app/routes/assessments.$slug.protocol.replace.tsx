import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReplacePage } from "~/features/protocol/replace-page";
import { actOnReplacement, loadReplacement } from "~/features/protocol/replace-page.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("protocol.replace.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  authorize(user, "protocol.replace", assessment);
  return loadReplacement(user, assessment, new URL(request.url), new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  authorize(user, "protocol.replace", assessment);
  const done = await actOnReplacement(user, assessment, request, new Date());
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function ReplaceRoute() {
  const answer = useActionData<typeof action>();
  return <ReplacePage {...useLoaderData<typeof loader>()} problem={answer?.problem} overtaken={answer?.overtaken} />;
}
