import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadVersions } from "~/features/section-versions/load-versions.server";
import { VersionsPage } from "~/features/section-versions/versions-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ head: { title: string } }> = { title: (t, { head }) => t("versions.title", { title: head.title }) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadVersions(db, user, assessment, params["code"], new URL(request.url).searchParams);
}

export default function VersionsRoute() {
  return <VersionsPage loaded={useLoaderData<typeof loader>()} />;
}
