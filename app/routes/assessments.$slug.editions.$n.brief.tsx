import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openBrief } from "~/features/editions/open-reading.server";
import { ReadingBrief } from "~/features/editions/reading-brief";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { edition }) => `${t("reading.brief")} · ${edition.name}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return openBrief(user, assessment, params["n"], request);
}

export default function ReadingBriefRoute() {
  return <ReadingBrief {...useLoaderData<typeof loader>()} />;
}
