import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CompileForm } from "~/features/editions/compile-form";
import { compileOnce } from "~/features/editions/compile-once.server";
import { EditionChecklist } from "~/features/editions/edition-checklist";
import { readChecklist } from "~/features/editions/queries.server";
import { loadStudyGate } from "~/features/gate/load-study-gate.server";
import { StudyGateSheet } from "~/features/gate/study-gate-sheet";
import { CompileFields } from "~/features/editions/schema";
import { can } from "~/domain/permissions";
import { db, snapshot } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { MainAside } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("editions.new") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  return {
    path: `/assessments/${assessment.slug}`,
    languages: assessment.languages,
    mayCompile: can(user, "edition.compile", assessment),
    found: await snapshot((db) => readChecklist(db, assessment, user.language, new Date())),
    gate: await loadStudyGate(db, assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.compile", assessment);
  const form = await parseForm(request, CompileFields);
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await compileOnce(changeContext(user, request, assessment), { assessment, ...form.value });
  if ("problem" in done) return data(done.problem, { status: done.status });
  const { made } = done;
  return redirect(`/assessments/${assessment.slug}/editions/${made.number}/drafts/${made.draft}`);
}

export default function NewEditionPage() {
  const t = useTranslations("editions");
  const { path, languages, mayCompile, found, gate } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return (
    <>
      <PageHead title={t("new")} crumbs={[{ label: t("heading"), href: `${path}/editions` }, { label: t("new") }]} />
      <ErrorSummary errors={kept.summary} title={t("notCompiled")} />
      <MainAside
        label={t("compileHeading")}
        aside={<CompileForm next={found.next} languages={languages} kept={kept} refused={mayCompile ? undefined : t("compileRefused")} />}
      >
        <EditionChecklist found={found} path={path} />
        <StudyGateSheet gate={gate} />
      </MainAside>
    </>
  );
}
