import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { loadCheck, startFromCheck } from "~/features/assessments/check-page.server";
import { FactsSheet } from "~/features/assessments/check-parts";
import { ProtocolFileForm } from "~/features/assessments/new-assessment-forms";
import { StartAssessmentForm } from "~/features/assessments/schema";
import { StartForm } from "~/features/assessments/start-form";
import { authorize, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { CheckSummary, FileSheet, RemarksSheet } from "~/ui/protocol-file";
import { MainAside } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";

export const handle: PageHandle = { title: (t) => t("assessments.check.title"), wide: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "assessment.start", null);
  return loadCheck(user, new URL(request.url), new Date());
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  authorize(user, "assessment.start", null);
  const form = await parseForm(request, StartAssessmentForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await startFromCheck(user, request, form.value, new Date());
  return typeof done === "string" ? redirect(done) : data(done, { status: 422 });
}

export default function CheckPage() {
  const t = useTranslations("assessments.check");
  const words = useTranslations("assessments");
  const time = useTimeText();
  const { problems, remarks, lines, excerpt, from, all, name, readAt, otherHref, facts, suggestion } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  return (
    <>
      <PageHead
        title={t("title")}
        crumbs={[
          { label: words("title"), href: "/assessments" },
          { label: words("new.short"), href: "/assessments/new" },
          { label: t("short") },
        ]}
        meta={
          <>
            <MetaFact icon="section">{t("fileFacts", { name, lines })}</MetaFact>
            <span>{t("readAt", { at: time(readAt, "date-time") })}</span>
            {problems.length > 0 ? (
              <MetaFact icon="octagon">{t("problems", { count: problems.length })}</MetaFact>
            ) : (
              <StatusTag state="in-order" />
            )}
            {remarks.length > 0 && <MetaFact icon="triangle">{t("remarks", { count: remarks.length })}</MetaFact>}
          </>
        }
      />
      <ErrorSummary errors={kept.summary} />
      {problems.length > 0 && <CheckSummary problems={problems} />}
      <MainAside
        label={t("inIt")}
        aside={
          <>
            <ProtocolFileForm kept={kept} again />
            {facts && <FactsSheet facts={facts} />}
            {remarks.length > 0 && <RemarksSheet remarks={remarks} />}
          </>
        }
      >
        {suggestion && <StartForm from={from} suggestion={suggestion} kept={kept} />}
        {excerpt.length > 0 && <FileSheet excerpt={excerpt} problems={problems} all={all} otherHref={otherHref} />}
      </MainAside>
    </>
  );
}
