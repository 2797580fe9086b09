import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { findAssessment, requireUser, authorize } from "~/platform/guard.server";
import { listSheets } from "~/features/sheets/find-sheet.server";
import { SheetTable } from "~/features/sheets/sheet-list";
import { db } from "~/platform/db.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("sheets.actorsHeading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  return {
    base: `/assessments/${assessment.slug}/actors`,
    mayWrite: can(user, "actor.write", assessment),
    sheets: await listSheets(db, { kind: "actors", target: null, assessment }, user.id),
  };
}

export default function ActorImportsPage() {
  const t = useTranslations("sheets");
  const actors = useTranslations("actors");
  const { base, mayWrite, sheets } = useLoaderData<typeof loader>();
  const act = mayWrite && (
    <ButtonLink to={`${base}/import`} variant="primary" icon="plus">
      {t("actorsTitle")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("actorsHeading")}
        lede={t("listLede")}
        crumbs={[{ label: actors("heading"), href: base }, { label: t("actorsHeading") }]}
        acts={sheets.length > 0 && act}
      />
      <Sheet title={t("list")} flush>
        {sheets.length === 0 ? (
          <EmptyState title={t("noneYet")} act={act}>
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <SheetTable sheets={sheets} path={`${base}/imports`} />
        )}
      </Sheet>
    </>
  );
}
