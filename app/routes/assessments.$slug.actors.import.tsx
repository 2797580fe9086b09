import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actorSheets } from "~/features/actors/actor-sheet.server";
import { receiveSheet } from "~/features/sheets/receive-sheet.server";
import { SheetForm } from "~/features/sheets/sheet-form";
import { protocolOf } from "~/platform/assessment.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("sheets.actorsTitle") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  authorize(user, "actor.write", assessment);
  return { base: `/assessments/${assessment.slug}/actors` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  authorize(user, "actor.write", assessment);
  const kind = actorSheets({ assessment, protocol: await protocolOf(assessment), language: user.language });
  const where = { language: user.language, path: `/assessments/${assessment.slug}/actors/imports` };
  const received = await receiveSheet(request, changeContext(user, request, assessment), kind, where);
  if (received instanceof Response) throw received;
  return data(received.problem, { status: received.status });
}

export default function ImportActorsPage() {
  const t = useTranslations("sheets");
  const actors = useTranslations("actors");
  const { base } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>(), undefined, { file: t("file") });
  return (
    <>
      <PageHead
        title={t("actorsTitle")}
        lede={t("actorsLede")}
        crumbs={[
          { label: actors("heading"), href: base },
          { label: t("actorsHeading"), href: `${base}/imports` },
          { label: t("actorsTitle") },
        ]}
      />
      <ErrorSummary errors={kept.summary} />
      <SheetForm kept={kept} back={base}>
        <p>{t("actorsHelp")}</p>
      </SheetForm>
    </>
  );
}
