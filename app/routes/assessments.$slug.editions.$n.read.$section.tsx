import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lineOf } from "~/features/editions/line-of";
import { openReading } from "~/features/editions/open-reading.server";
import { ReadingRoom } from "~/features/editions/reading-room";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { page, edition }) =>
    `${page.sections.slice(0, 1).map(lineOf).join("")} · ${t("editions.edition", { number: edition.number })}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return openReading(user, assessment, { number: params["n"], section: params["section"] ?? "" }, new URL(request.url).searchParams);
}

export default function ReadingRoute() {
  return <ReadingRoom {...useLoaderData<typeof loader>()} />;
}
