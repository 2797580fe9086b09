import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnComment } from "~/features/comments/act-on-comment.server";
import { findCommentedSection } from "~/features/comments/load-comments.server";
import { loadPoint } from "~/features/comments/load-point.server";
import { PointPage } from "~/features/comments/point-page";
import { commentForms } from "~/features/comments/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ thread: { at: string }; view: { heading: { number: string | null; heading: string } } }> = {
  title: (t, { thread, view }) =>
    [t("comments.comment"), thread.at, "·", view.heading.number, view.heading.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "comment.read", assessment);
  return loadPoint(db, user, assessment, params["code"], params["n"], new Date());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "comment.read", assessment);
  const { section, path } = await findCommentedSection(db, user, assessment, params["code"]);
  const form = await parseForm(request, commentForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const where = { assessmentId: assessment.id, section, path, n: params["n"] };
  const done = await actOnComment(changeContext(user, request, assessment), where, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function PointRoute() {
  return <PointPage point={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
