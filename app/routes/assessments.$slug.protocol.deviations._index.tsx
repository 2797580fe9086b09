import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { DeviationsPage } from "~/features/deviations/deviations-page";
import { listDeviations } from "~/features/deviations/queries.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("deviations.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  return {
    deviations: await listDeviations(db, assessment.id),
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    frozen: assessment.frozenAt !== null,
    mayDeviate: can(user, "protocol.deviate", assessment),
  };
}

export default function DeviationsRoute() {
  return <DeviationsPage {...useLoaderData<typeof loader>()} />;
}
