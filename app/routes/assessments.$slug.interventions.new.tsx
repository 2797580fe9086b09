import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnNewIntervention } from "~/features/interventions/act-on-intervention.server";
import { InterventionFields } from "~/features/interventions/intervention-fields";
import { readInterventionForm } from "~/features/interventions/queries.server";
import { newInterventionForm } from "~/features/interventions/schema";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("interventions.add") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "intervention.read", assessment);
  authorize(user, "intervention.write", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), language: user.language };
  return {
    choices: await readInterventionForm(db, study),
    languages: assessment.languages,
    path: `/assessments/${assessment.slug}/interventions`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "intervention.read", assessment);
  authorize(user, "intervention.write", assessment);
  const form = await parseForm(request, newInterventionForm(assessment.languages));
  if (!form.ok) return data(form.problem, { status: 422 });
  const place = { assessmentId: assessment.id, languages: assessment.languages, list: `/assessments/${assessment.slug}/interventions` };
  const done = await actOnNewIntervention(changeContext(user, request, assessment), place, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function NewInterventionPage() {
  const t = useTranslations("interventions");
  const { choices, languages, path } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>(), undefined, { title: t("title") });
  const live = useLiveForm(async () => ({ form: (await import("~/features/interventions/schema")).newInterventionForm(languages) }));
  return (
    <>
      <PageHead title={t("add")} crumbs={[{ label: t("heading"), href: path }, { label: t("add") }]} />
      <ErrorSummary errors={kept.summary} />
      <LiveForm live={live}>
        <Sheet title={t("about")}>
          <InterventionFields choices={choices} languages={languages} kept={kept} />
        </Sheet>
        <div className="acts row wrap">
          <Button variant="primary">{t("addThis")}</Button>
          <ButtonLink to={path}>{t("cancel")}</ButtonLink>
        </div>
      </LiveForm>
    </>
  );
}
