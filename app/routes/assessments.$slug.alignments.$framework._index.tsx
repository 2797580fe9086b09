import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { FrameworkPage } from "~/features/alignments/framework-page";
import { findFrameworkPage } from "~/features/alignments/list-frameworks.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ shown: { framework: { title: string } } }> = {
  title: (_t, { shown }) => shown.framework.title,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "alignment.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  return {
    shown: await findFrameworkPage(db, study, params["framework"]),
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    mayJudge: can(user, "alignment.judge", assessment),
  };
}

export default function FrameworkRoute() {
  return <FrameworkPage {...useLoaderData<typeof loader>()} />;
}
