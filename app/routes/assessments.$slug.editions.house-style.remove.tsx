import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findHouseStyleToRemove } from "~/features/house-style/open-house-style.server";
import { RemoveConfirmation } from "~/features/house-style/remove-confirmation";
import { removeHouseStyle } from "~/features/house-style/remove-house-style.server";
import { RemoveFields } from "~/features/house-style/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("houseStyle.remove") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "house-style.read", assessment);
  authorize(user, "house-style.manage", assessment);
  return { path: `/assessments/${assessment.slug}/editions`, style: await findHouseStyleToRemove(db, assessment) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "house-style.read", assessment);
  authorize(user, "house-style.manage", assessment);
  const form = await parseForm(request, RemoveFields);
  if (!form.ok) return data(form.problem, { status: 422 });
  await removeHouseStyle(changeContext(user, request, assessment), { assessmentId: assessment.id, ...form.value });
  return redirect(`/assessments/${assessment.slug}/editions/house-style`);
}

export default function RemoveHouseStyleRoute() {
  const kept = useKept(useActionData<typeof action>());
  return <RemoveConfirmation {...useLoaderData<typeof loader>()} kept={kept} />;
}
