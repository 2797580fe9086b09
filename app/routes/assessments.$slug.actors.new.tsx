import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnNewActor } from "~/features/actors/act-on-actor.server";
import { ActorFields } from "~/features/actors/actor-fields";
import { NamesakeNotice } from "~/features/actors/namesake-notice";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("actors.add") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  authorize(user, "actor.write", assessment);
  return { languages: assessment.languages, path: `/assessments/${assessment.slug}/actors` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  authorize(user, "actor.write", assessment);
  const place = { assessmentId: assessment.id, languages: assessment.languages, list: `/assessments/${assessment.slug}/actors` };
  const done = await actOnNewActor(changeContext(user, request, assessment), place, await readForm(request));
  if (done instanceof Response) throw done;
  return data({ problem: done.problem, namesake: done.namesake ?? null }, { status: done.status });
}

export default function NewActorPage() {
  const t = useTranslations("actors");
  const { languages, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  const live = useLiveForm(async () => ({ form: (await import("~/features/actors/schema")).newActorForm(languages) }));
  return (
    <>
      <PageHead title={t("add")} crumbs={[{ label: t("heading"), href: path }, { label: t("add") }]} />
      <ErrorSummary errors={kept.summary} />
      <LiveForm live={live}>
        <Sheet title={t("about")}>
          {answer?.namesake && <NamesakeNotice namesake={answer.namesake} path={path} />}
          <ActorFields kept={kept} languages={languages} />
        </Sheet>
        <div className="acts row wrap">
          <Button variant="primary">{t("addThis")}</Button>
          <ButtonLink to={path}>{t("cancel")}</ButtonLink>
        </div>
      </LiveForm>
    </>
  );
}
