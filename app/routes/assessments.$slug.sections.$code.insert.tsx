import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InsertPage } from "~/features/sections/insert-page";
import { loadInsert } from "~/features/sections/load-insert.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [t("sections.insertTitle"), head.number, head.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadInsert(db, user, assessment, params["code"]);
}

export default function InsertRoute() {
  return <InsertPage loaded={useLoaderData<typeof loader>()} />;
}
