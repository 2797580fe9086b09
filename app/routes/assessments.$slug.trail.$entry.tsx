import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EntryPage } from "~/features/trail/entry-page";
import { loadEntry } from "~/features/trail/load-entry.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { event }) => t("trail.page.entry", { number: event.seq }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "trail.read", assessment);
  return { ...(await loadEntry(db, assessment, user, params["entry"])), base: `/assessments/${assessment.slug}` };
}

export default function EntryRoute() {
  return <EntryPage {...useLoaderData<typeof loader>()} />;
}
