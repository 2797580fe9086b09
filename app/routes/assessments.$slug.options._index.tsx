import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { compareOptions } from "~/features/options/compare-options.server";
import { OptionsPage } from "~/features/options/options-page";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("options.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "option.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  return { compared: await compareOptions(db, study), languages: assessment.languages, base: `/assessments/${assessment.slug}` };
}

export default function OptionsRoute() {
  return <OptionsPage {...useLoaderData<typeof loader>()} />;
}
