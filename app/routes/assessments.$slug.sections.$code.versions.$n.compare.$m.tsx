import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { ComparePage } from "~/features/section-versions/compare-page";
import { loadComparison } from "~/features/section-versions/load-version.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ head: { title: string }; from: { number: number }; to: { number: number } }> = {
  title: (t, { head, from, to }) => t("versions.titleCompare", { title: head.title, from: from.number, to: to.number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadComparison(db, user, assessment, { code: params["code"], n: params["n"], m: params["m"] });
}

export default function CompareRoute() {
  const [query] = useSearchParams();
  return <ComparePage loaded={useLoaderData<typeof loader>()} beside={query.get("view") === "beside"} />;
}
