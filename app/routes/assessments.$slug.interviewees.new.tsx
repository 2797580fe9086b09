import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { addFromForm } from "~/features/interviewees/act-on-interviewee.server";
import { intervieweeOptions } from "~/features/interviewees/find-interviewee.server";
import { IdentityFields, IntervieweeFields } from "~/features/interviewees/interviewee-fields";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("interviewees.addTitle") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interviewee.read", assessment);
  authorize(user, "interviewee.write", assessment);
  return intervieweeOptions(db, assessment, await protocolOf(assessment));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interviewee.read", assessment);
  authorize(user, "interviewee.write", assessment);
  const made = await addFromForm(changeContext(user, request, assessment), assessment, await readForm(request));
  return made.ok ? redirect(`/assessments/${assessment.slug}/interviewees/${made.code}`) : data(made.problem, { status: made.status });
}

export default function NewIntervieweePage() {
  const t = useTranslations("interviewees");
  const { slug = "" } = useParams();
  const options = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>());
  const live = useLiveForm(async () => ({ form: (await import("~/features/interviewees/schema")).newInterviewee(options.languages) }));
  return (
    <>
      <PageHead
        title={t("addTitle")}
        crumbs={[{ label: t("title"), href: `/assessments/${slug}/interviewees` }, { label: t("addTitle") }]}
      />
      <ErrorSummary errors={kept.summary} />
      <LiveForm live={live} className="fields">
        <IntervieweeFields values={{}} options={options} kept={kept} />
        <IdentityFields kept={kept} />
        <div>
          <Button variant="primary">{t("add")}</Button>
        </div>
      </LiveForm>
    </>
  );
}
