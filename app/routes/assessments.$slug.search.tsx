import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadSearch } from "~/features/search/load-search.server";
import { SearchPage } from "~/features/search/search-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { countUse } from "~/platform/use-limits.server";

export const handle: PageHandle = { title: (t) => t("search.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "search.read", assessment);
  await countUse("search", user.id);
  return loadSearch(db, user, assessment, new URL(request.url).searchParams);
}

export default function SearchRoute() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
