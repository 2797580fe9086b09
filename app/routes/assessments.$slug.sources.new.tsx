import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnNewSource } from "~/features/sources/act-on-source.server";
import { SourceForm } from "~/features/sources/schema";
import { SourceFields } from "~/features/sources/source-fields";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("sources.add") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  return { languages: assessment.languages, path: `/assessments/${assessment.slug}/sources` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  const form = await parseForm(request, SourceForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  throw await actOnNewSource(
    changeContext(user, request, assessment),
    { assessmentId: assessment.id, path: `/assessments/${assessment.slug}/sources` },
    form.value,
  );
}

export default function NewSourcePage() {
  const t = useTranslations("sources");
  const { languages, path } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>(), undefined, { place: t("fields.place"), url: t("fields.url") });
  const live = useLiveForm(async () => ({ form: (await import("~/features/sources/schema")).SourceForm }));
  return (
    <>
      <PageHead title={t("add")} crumbs={[{ label: t("heading"), href: path }, { label: t("add") }]} />
      <ErrorSummary errors={kept.summary} />
      <LiveForm live={live}>
        <Sheet title={t("reference")}>
          <SourceFields kept={kept} languages={languages} />
        </Sheet>
        <div className="acts row wrap">
          <Button variant="primary">{t("addThis")}</Button>
          <ButtonLink to={path}>{t("cancel")}</ButtonLink>
        </div>
      </LiveForm>
    </>
  );
}
