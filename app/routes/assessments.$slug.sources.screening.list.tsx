import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPage } from "~/features/screening/list-page";
import { listFilter, loadList } from "~/features/screening/load-list.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("screening.listTitle"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  const filter = listFilter(new URL(request.url).searchParams);
  return { filter, base: `/assessments/${assessment.slug}`, listed: await loadList(db, assessment, user.id, filter) };
}

export default function ScreeningListRoute() {
  const { filter, base, listed } = useLoaderData<typeof loader>();
  return <ListPage listed={listed} filter={filter} base={base} />;
}
