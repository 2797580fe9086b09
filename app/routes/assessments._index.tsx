import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { AssessmentsTable } from "~/features/assessments/assessments-table";
import { listAssessments } from "~/features/assessments/queries.server";
import { db } from "~/platform/db.server";
import { requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("assessments.title") };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return { assessments: await listAssessments(db, user, user.language), mayStart: can(user, "assessment.start", null) };
}

export default function AssessmentsPage() {
  const t = useTranslations("assessments");
  const { assessments, mayStart } = useLoaderData<typeof loader>();
  const start = mayStart && (
    <ButtonLink to="/assessments/new" variant="primary" icon="plus">
      {t("start")}
    </ButtonLink>
  );
  if (assessments.length === 0) {
    return (
      <>
        <PageHead title={t("title")} />
        <EmptyState title={t("empty")} act={start || undefined}>
          {t(mayStart ? "emptyMay" : "emptyAsk")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} acts={start} />
      <Sheet title={t("caption")} aside={assessments.length} flush>
        <AssessmentsTable assessments={assessments} />
      </Sheet>
    </>
  );
}
