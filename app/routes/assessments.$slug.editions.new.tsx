import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CompileForm } from "~/features/editions/compile-form";
import { askForDraft } from "~/features/editions/ask-for-draft.server";
import { OpenJobs } from "~/features/editions/open-jobs";
import { listOpenJobs } from "~/features/editions/open-job.server";
import { EditionChecklist } from "~/features/editions/edition-checklist";
import { readChecklist } from "~/features/editions/queries.server";
import { loadStudyGate } from "~/features/gate/load-study-gate.server";
import { HouseStyleUsed } from "~/features/house-style/house-style-used";
import { StudyGateSheet } from "~/features/gate/study-gate-sheet";
import { CompileFields } from "~/features/editions/schema";
import { can } from "~/domain/permissions";
import { db, snapshot } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { findHouseStyleIfAny } from "~/platform/house-styles.server";
import { newId } from "~/platform/ids.server";
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
    jobs: await listOpenJobs(db, assessment.id),
    houseStyle: (await findHouseStyleIfAny(db, assessment.id))?.fileName ?? null,
    formKey: newId(new Date()),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "overview.read", assessment);
  authorize(user, "edition.compile", assessment);
  const form = await parseForm(request, CompileFields);
  if (!form.ok) return data(form.problem, { status: 422 });
  const job = await askForDraft(changeContext(user, request, assessment), { assessment, ...form.value });
  return redirect(`/assessments/${assessment.slug}/editions/jobs/${job.id}`, 303);
}

export default function NewEditionPage() {
  const t = useTranslations("editions");
  const { path, languages, mayCompile, found, gate, jobs, houseStyle, formKey } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return (
    <>
      <PageHead title={t("new")} crumbs={[{ label: t("heading"), href: `${path}/editions` }, { label: t("new") }]} />
      <ErrorSummary errors={kept.summary} title={t("notCompiled")} />
      <OpenJobs jobs={jobs} path={`${path}/editions`} />
      <MainAside
        label={t("compileHeading")}
        aside={
          <CompileForm
            next={found.next}
            languages={languages}
            formKey={formKey}
            style={<HouseStyleUsed name={houseStyle} path={`${path}/editions/house-style`} />}
            kept={kept}
            refused={mayCompile ? undefined : t("compileRefused")}
          />
        }
      >
        <EditionChecklist found={found} path={path} />
        <StudyGateSheet gate={gate} />
      </MainAside>
    </>
  );
}
