import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { FixedFacts } from "~/features/assessments/fixed-facts";
import { saveSettings } from "~/features/assessments/save-settings.server";
import { SettingsForm } from "~/features/assessments/settings-form";
import { SettingsOvertaken } from "~/features/assessments/settings-overtaken";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("assessments.settings.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "settings.read", assessment);
  return { settings: assessment };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "settings.read", assessment);
  authorize(user, "settings.change", assessment);
  const answer = await saveSettings(changeContext(user, request, assessment), request, assessment);
  return answer ? data(answer, { status: answer.status }) : redirect(`/assessments/${assessment.slug}/settings`);
}

export default function SettingsPage() {
  const t = useTranslations("assessments.settings");
  const { settings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  if (answer?.overtaken) return <SettingsOvertaken overtaken={answer.overtaken} settings={settings} />;
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        <SettingsForm settings={settings} kept={kept} />
        <FixedFacts settings={settings} />
      </div>
    </>
  );
}
