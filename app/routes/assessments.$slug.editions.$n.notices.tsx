import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { findNoticedEdition, loadNotices } from "~/features/notices/load-notices.server";
import { NoticeOvertaken } from "~/features/notices/notice-overtaken";
import { NoticesPage } from "~/features/notices/notices-page";
import { settleFromForm } from "~/features/notices/settle-from-form.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (t, { number }) => t("notices.title", { number }) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "notice.read", assessment);
  const edition = await findNoticedEdition(db, assessment, params["n"]);
  return loadNotices(db, user, assessment, await protocolOf(assessment), edition);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "notice.read", assessment);
  const { number } = await findNoticedEdition(db, assessment, params["n"]);
  authorize(user, "notice.settle", assessment);
  const refused = await settleFromForm(db, changeContext(user, request, assessment), assessment.id, await readForm(request));
  if (refused) return data(refused, { status: refused.status });
  return redirect(`/assessments/${assessment.slug}/editions/${number}/notices`);
}

export default function NoticesRoute() {
  const { slug = "" } = useParams();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  if (answer?.overtaken) return <NoticeOvertaken overtaken={answer.overtaken} number={page.number} />;
  return <NoticesPage slug={slug} page={page} kept={kept} />;
}
