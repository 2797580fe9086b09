import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOrphans } from "~/features/statements/load-orphans.server";
import { OrphansPage } from "~/features/statements/orphans-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("statements.orphans.heading") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "statement.read", assessment);
  const query = new URL(request.url).searchParams;
  return { loaded: await loadOrphans(db, user, assessment, { kind: query.get("kind") ?? "", after: query.get("after") ?? "" }) };
}

export default function OrphansRoute() {
  return <OrphansPage {...useLoaderData<typeof loader>()} />;
}
