import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodesPage } from "~/features/codes/codes-page";
import { loadCodes } from "~/features/codes/load-codes.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("codes.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user };
  return loadCodes(db, study, new URL(request.url).searchParams.get("by"));
}

export default function CodesRoute() {
  return <CodesPage page={useLoaderData<typeof loader>()} />;
}
