import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnHouseStyle } from "~/features/house-style/act-on-house-style.server";
import { HouseStylePage } from "~/features/house-style/house-style-page";
import { useSlotNames } from "~/features/house-style/slot-names";
import { openHouseStyleIfAny } from "~/features/house-style/open-house-style.server";
import { can } from "~/domain/permissions";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("houseStyle.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "house-style.read", assessment);
  return {
    path: `/assessments/${assessment.slug}/editions`,
    mayManage: can(user, "house-style.manage", assessment),
    style: await openHouseStyleIfAny(db, assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "house-style.read", assessment);
  authorize(user, "house-style.manage", assessment);
  const answer = await actOnHouseStyle(changeContext(user, request, assessment), request, assessment.id);
  return answer ? data(answer, { status: answer.status }) : redirect(`/assessments/${assessment.slug}/editions/house-style`, 303);
}

export default function HouseStyleRoute() {
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem, undefined, useSlotNames());
  return (
    <HouseStylePage
      {...useLoaderData<typeof loader>()}
      kept={kept}
      refused={answer?.refused}
      chosen={answer?.chosen}
      previewOnly={answer?.status === 200}
    />
  );
}
