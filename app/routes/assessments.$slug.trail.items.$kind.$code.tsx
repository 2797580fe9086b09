import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryPage } from "~/features/trail/entry-page";
import { loadHistory } from "~/features/trail/load-entry.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { history }) => t("trail.page.history", { code: history.code }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "trail.read", assessment);
  const before = new URL(request.url).searchParams.get("before") ?? "";
  const history = await loadHistory(db, assessment, user, { kind: params["kind"], code: params["code"], before });
  return { history, base: `/assessments/${assessment.slug}` };
}

export default function HistoryRoute() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
