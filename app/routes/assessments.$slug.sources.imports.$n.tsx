import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { actOnImport, type ImportAnswer } from "~/features/sources/act-on-import.server";
import { ImportPage } from "~/features/sources/import-page";
import { findImport, listRecords, recordsAsked } from "~/features/sources/import-queries.server";
import { importForms } from "~/features/sources/import-schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { revalidateAfterAct } from "~/platform/revalidate-after-act";
import { ErrorSummary } from "~/ui/error-summary";

export const handle: PageHandle<{ found: { number: number } }> = {
  title: (t, { found }) => t("imports.one", { number: found.number }),
  wide: true,
};

export const shouldRevalidate = revalidateAfterAct;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  const found = await findImport(db, assessment.id, params["n"]);
  const asked = recordsAsked(new URL(request.url).searchParams);
  return {
    ...asked,
    found,
    listed: await listRecords(db, found.id, asked),
    base: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "source.write", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  const { id } = await findImport(db, assessment.id, params["n"]);
  const form = await parseForm(request, importForms);
  if (!form.ok) return data<ImportAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const { pathname, search } = new URL(request.url);
  const place = {
    assessmentId: assessment.id,
    id,
    back: pathname + search,
    sources: `/assessments/${assessment.slug}/sources/imports`,
  };
  const done = await actOnImport(changeContext(user, request, assessment), place, form.value);
  if (done instanceof Response) throw done;
  return data<ImportAnswer>(done, { status: done.status });
}

export default function ImportRoute() {
  const t = useTranslations("imports");
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem, undefined, { decision: t("records") });
  const errors = <ErrorSummary errors={kept.summary} />;
  return <ImportPage {...shown} errors={errors} chosen={kept.values("decision")} meanwhile={answer?.meanwhile} />;
}
