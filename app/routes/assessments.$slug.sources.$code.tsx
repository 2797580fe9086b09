import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { actOnSource } from "~/features/sources/act-on-source.server";
import { findSource, listDoubles, listExcerpts } from "~/features/sources/queries.server";
import { readDesk } from "~/features/sources/source-desk.server";
import { sourceForms } from "~/features/sources/schema";
import { SourceOvertaken } from "~/features/sources/source-overtaken";
import { SourcePage } from "~/features/sources/source-page";
import { listAttachments } from "~/platform/attachments.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";

export const handle: PageHandle<{ source: { code: string; printed: string } }> = {
  title: (_t, { source }) => `${source.code} ${source.printed}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  const source = await findSource(db, assessment.id, params["code"]);
  const [excerpts, doubles, desk, files] = await Promise.all([
    listExcerpts(db, assessment.id, source.id),
    listDoubles(db, source),
    readDesk(db, assessment, source),
    listAttachments(db, user, assessment.id, "source", source.id),
  ]);
  return {
    source,
    excerpts,
    doubles,
    desk,
    files,
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "source.write", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  const source = await findSource(db, assessment.id, params["code"]);
  const form = await parseForm(request, sourceForms);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const place = { id: source.id, assessmentId: assessment.id, path: `/assessments/${assessment.slug}/sources/${source.code}` };
  const done = await actOnSource(changeContext(user, request, assessment), place, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function SourceRoute() {
  const t = useTranslations("sources");
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  const kept = useKept(problem, undefined, { text: t("passage"), url: t("fields.url") });
  if (answer?.overtaken) return <SourceOvertaken overtaken={answer.overtaken} {...shown} />;
  return <SourcePage {...shown} problem={problem} errors={<ErrorSummary errors={kept.summary} />} title={t("heading")} />;
}
