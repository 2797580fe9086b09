import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openReadingSearch } from "~/features/editions/open-reading.server";
import { ReadingSearch } from "~/features/editions/reading-search";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { edition }) => `${t("reading.search")} · ${edition.name}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return openReadingSearch(user, assessment, params["n"], request);
}

export default function ReadingSearchRoute() {
  return <ReadingSearch {...useLoaderData<typeof loader>()} />;
}
