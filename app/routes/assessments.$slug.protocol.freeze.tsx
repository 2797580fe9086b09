import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FreezePage } from "~/features/protocol/freeze-page";
import { freezeProtocol } from "~/features/protocol/freeze-protocol.server";
import { FreezeForm } from "~/features/protocol/schema";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("protocol.freeze.act") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  authorize(user, "protocol.freeze", assessment);
  const { protocolNumber, version, slug, frozenAt } = assessment;
  return { number: protocolNumber, version, base: `/assessments/${slug}`, frozen: frozenAt !== null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  authorize(user, "protocol.freeze", assessment);
  const form = await parseForm(request, FreezeForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  await freezeProtocol(changeContext(user, request, assessment), { assessmentId: assessment.id, version: form.value.version });
  return redirect(`/assessments/${assessment.slug}/protocol`);
}

export default function FreezeRoute() {
  return <FreezePage {...useLoaderData<typeof loader>()} />;
}
