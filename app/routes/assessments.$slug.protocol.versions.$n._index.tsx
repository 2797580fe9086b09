import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { excerptOf } from "~/domain/protocol/file-excerpt";
import { findVersion } from "~/features/protocol/queries.server";
import { VersionPage } from "~/features/protocol/version-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { version }) => t("protocol.version", { number: version.number }),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  const { file, ...version } = await findVersion(db, assessment.id, params["n"]);
  return {
    version,
    lines: excerptOf(file, [], true),
    inForce: version.number === assessment.protocolNumber,
    base: `/assessments/${assessment.slug}`,
  };
}

export default function VersionRoute() {
  return <VersionPage {...useLoaderData<typeof loader>()} />;
}
