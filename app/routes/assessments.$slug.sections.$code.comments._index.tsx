import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnComment } from "~/features/comments/act-on-comment.server";
import { CommentsPage } from "~/features/comments/comments-page";
import { findCommentedSection, loadComments } from "~/features/comments/load-comments.server";
import { commentForms } from "~/features/comments/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ heading: { number: string | null; heading: string } }> = {
  title: (t, { heading }) => [t("comments.heading"), heading.number, heading.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "comment.read", assessment);
  return loadComments(db, user, assessment, params["code"], { query: new URL(request.url).searchParams, at: new Date(), most: 1_000 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "comment.read", assessment);
  const { section, path } = await findCommentedSection(db, user, assessment, params["code"]);
  const form = await parseForm(request, commentForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const where = { assessmentId: assessment.id, section, path };
  const done = await actOnComment(changeContext(user, request, assessment), where, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function CommentsRoute() {
  return <CommentsPage view={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
