import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadVersion } from "~/features/section-versions/load-version.server";
import { VersionPage } from "~/features/section-versions/version-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ head: { title: string }; number: number }> = {
  title: (t, { head, number }) => t("versions.titleOf", { title: head.title, number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadVersion(db, user, assessment, params["code"], params["n"]);
}

export default function VersionRoute() {
  return <VersionPage loaded={useLoaderData<typeof loader>()} />;
}
