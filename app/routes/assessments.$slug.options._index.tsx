import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { OptionTable } from "~/features/options/option-table";
import { compareOptions } from "~/features/options/queries.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("options.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "option.read", assessment);
  const compared = await compareOptions(db, { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language });
  return { compared, path: `/assessments/${assessment.slug}/options` };
}

export default function OptionsPage() {
  const t = useTranslations("options");
  const { compared, path } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} />
      {compared.options.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      ) : (
        <OptionTable compared={compared} path={path} />
      )}
    </>
  );
}
