import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadWork } from "~/features/work/load-work.server";
import { WorkPage } from "~/features/work/work-page";
import { db } from "~/platform/db.server";
import { requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("work.title") };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return loadWork(db, user, new Date());
}

export default function WorkRoute() {
  return <WorkPage {...useLoaderData<typeof loader>()} />;
}
