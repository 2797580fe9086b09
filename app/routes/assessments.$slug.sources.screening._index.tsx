import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { loadOverview } from "~/features/screening/load-overview.server";
import { OverviewPage } from "~/features/screening/overview-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("screening.heading") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  return {
    overview: await loadOverview(db, assessment, user.id),
    base: `/assessments/${assessment.slug}`,
    mayDecide: can(user, "screening.decide", assessment),
  };
}

export default function ScreeningRoute() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
