import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ImportForm } from "~/features/sources/import-form";
import { receiveImport } from "~/features/sources/receive-import.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("imports.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  return { path: `/assessments/${assessment.slug}/sources` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  authorize(user, "source.write", assessment);
  const where = { assessmentId: assessment.id, path: `/assessments/${assessment.slug}/sources` };
  const received = await receiveImport(request, changeContext(user, request, assessment), where);
  if (received instanceof Response) throw received;
  return data(received.problem, { status: received.status });
}

export default function ImportReferencesPage() {
  const t = useTranslations("imports");
  const sources = useTranslations("sources");
  const { path } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>(), undefined, { text: t("text"), file: t("file"), channel: sources("channel") });
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: sources("heading"), href: path }, { label: t("heading"), href: `${path}/imports` }, { label: t("title") }]}
      />
      <ErrorSummary errors={kept.summary} />
      <ImportForm kept={kept} path={path} />
    </>
  );
}
