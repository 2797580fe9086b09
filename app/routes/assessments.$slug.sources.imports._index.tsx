import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { ImportTable } from "~/features/sources/import-list";
import { listImports } from "~/features/sources/import-queries.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("imports.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  return {
    path: `/assessments/${assessment.slug}/sources`,
    mayWrite: can(user, "source.write", assessment),
    imports: await listImports(db, assessment.id),
  };
}

export default function ImportsPage() {
  const t = useTranslations("imports");
  const sources = useTranslations("sources");
  const { path, mayWrite, imports } = useLoaderData<typeof loader>();
  const act = mayWrite && (
    <ButtonLink to={`${path}/import`} variant="primary" icon="plus">
      {t("title")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("listLede")}
        crumbs={[{ label: sources("heading"), href: path }, { label: t("heading") }]}
        acts={imports.length > 0 && act}
      />
      <Sheet title={t("list")} flush>
        {imports.length === 0 ? (
          <EmptyState title={t("noneYet")} act={act}>
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <ImportTable imports={imports} path={`${path}/imports`} />
        )}
      </Sheet>
    </>
  );
}
