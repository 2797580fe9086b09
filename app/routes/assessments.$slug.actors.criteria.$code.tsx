import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CriterionPage } from "~/features/ratings/criterion-page";
import { filterFrom } from "~/features/ratings/panel.server";
import { readCriterionPage } from "~/features/ratings/read-criterion-page.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ page: { code: string; title: string } }> = {
  title: (_t, { page }) => `${page.code} ${page.title}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const { searchParams } = new URL(request.url);
  const filter = filterFrom(searchParams, study.protocol);
  return {
    page: await readCriterionPage(db, study, params["code"], filter),
    sorting: filter.sort,
    query: searchParams.toString(),
    base: `/assessments/${assessment.slug}`,
    languages: assessment.languages,
  };
}

export default function CriterionRoute() {
  return <CriterionPage {...useLoaderData<typeof loader>()} />;
}
