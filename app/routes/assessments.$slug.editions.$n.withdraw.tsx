import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findEditionToMove } from "~/features/editions/open-edition.server";
import { WithdrawFields } from "~/features/editions/schema";
import { WithdrawConfirmation } from "~/features/editions/withdraw-confirmation";
import { withdrawEdition } from "~/features/editions/withdraw-edition.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("editions.withdraw") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.release", assessment);
  return findEditionToMove(assessment, params["n"], "withdraw");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.release", assessment);
  const { edition } = await findEditionToMove(assessment, params["n"], "withdraw");
  const form = await parseForm(request, WithdrawFields);
  if (!form.ok) return data(form.problem, { status: 422 });
  await withdrawEdition(changeContext(user, request, assessment), { assessmentId: assessment.id, id: edition.id, ...form.value });
  return redirect(`/assessments/${assessment.slug}/editions/${edition.number}/drafts/${edition.draft}`);
}

export default function WithdrawRoute() {
  const kept = useKept(useActionData<typeof action>());
  return <WithdrawConfirmation {...useLoaderData<typeof loader>()} kept={kept} />;
}
