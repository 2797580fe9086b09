import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { commentsAsk, listMyComments } from "~/features/comments/list-my-comments.server";
import { MyCommentsPage } from "~/features/comments/my-comments-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("comments.mine.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "comment.read", assessment);
  const ask = commentsAsk(new URL(request.url).searchParams);
  return { ask, base: `/assessments/${assessment.slug}`, listed: await listMyComments(db, user, assessment, ask) };
}

export default function MyCommentsRoute() {
  return <MyCommentsPage {...useLoaderData<typeof loader>()} />;
}
