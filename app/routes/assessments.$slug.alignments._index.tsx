import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { AlignmentsPage } from "~/features/alignments/alignments-page";
import { listFrameworks } from "~/features/alignments/list-frameworks.server";
import { shownPart } from "~/features/alignments/shown-part";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("alignments.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "alignment.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  return {
    listed: await listFrameworks(db, study, shownPart(new URL(request.url).searchParams.get("show"))),
    base: `/assessments/${assessment.slug}`,
    mayJudge: can(user, "alignment.judge", assessment),
  };
}

export default function AlignmentsRoute() {
  return <AlignmentsPage {...useLoaderData<typeof loader>()} />;
}
