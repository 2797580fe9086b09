import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComparisonPage } from "~/features/editions/comparison-page";
import { openComparison } from "~/features/editions/open-comparison.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("editions.compare.crumb") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return openComparison(user, assessment, { n: params["n"], m: params["m"], query: new URL(request.url).searchParams });
}

export default function ComparisonRoute() {
  return <ComparisonPage {...useLoaderData<typeof loader>()} />;
}
