import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { actOnMerger } from "~/features/actors/act-on-merger.server";
import { DoublesPage } from "~/features/actors/doubles-page";
import { MergeForm } from "~/features/actors/merge-schema";
import { readDoubles } from "~/features/actors/read-doubles.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("actors.doubles"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), language: user.language };
  return {
    doubles: await readDoubles(db, study, new URL(request.url).searchParams),
    base: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "actor.write", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  authorize(user, "actor.write", assessment);
  const form = await parseForm(request, MergeForm);
  if (!form.ok) return data({ problem: form.problem }, { status: 422 });
  const place = { assessmentId: assessment.id, list: `/assessments/${assessment.slug}/actors` };
  const done = await actOnMerger(changeContext(user, request, assessment), place, form.value);
  return data({ problem: done.problem }, { status: done.status });
}

export default function DoublesRoute() {
  const t = useTranslations("actors");
  const page = useLoaderData<typeof loader>();
  const crumbs = [
    { label: t("heading"), href: `${page.base}/actors` },
    { label: t("register"), href: `${page.base}/actors/list` },
    { label: t("doubles") },
  ];
  return (
    <>
      <PageHead title={t("doubles")} crumbs={crumbs} lede={t("doublesLede")} />
      <DoublesPage {...page} problem={useActionData<typeof action>()?.problem} />
    </>
  );
}
