import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "~/domain/local-text";
import { can } from "~/domain/permissions";
import { findFirstReadersPage } from "~/features/editions/queries.server";
import { OverviewPage } from "~/features/overview/overview-page";
import { loadOverview } from "~/features/overview/queries.server";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("overview.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  if (!can(user, "overview.read", assessment)) throw redirect(await findFirstReadersPage(db, assessment));
  const base = `/assessments/${assessment.slug}`;
  const { startsOn, endsOn, protocolNumber, frozenAt, closedAt } = assessment;
  const title = textIn(assessment.title, user.language, assessment.languages);
  const study = { title, startsOn, endsOn, protocolNumber, frozenAt, closedAt };
  return {
    ...(await loadOverview(db, user, assessment)),
    study,
    base,
    mayCompile: can(user, "edition.compile", assessment),
    mayWrite: can(user, "source.write", assessment),
  };
}

export default function OverviewRoute() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
