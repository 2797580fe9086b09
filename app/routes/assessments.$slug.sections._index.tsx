import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { listSections } from "~/features/sections/list-sections.server";
import { OutlineFilters, OutlineList } from "~/features/sections/outline-list";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("sections.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const query = new URL(request.url).searchParams;
  const filter = { state: query.get("state") ?? "", mine: query.get("mine") === "yes" };
  return { filter, base: `/assessments/${assessment.slug}`, listed: await listSections(db, user, assessment, filter) };
}

export default function SectionsPage() {
  const t = useTranslations("sections");
  const { filter, base, listed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} acts={<ButtonLink to={`${base}/limitations`}>{t("limitations")}</ButtonLink>} />
      <Sheet title={t("outline")} flush>
        {listed.total === 0 ? (
          <EmptyState title={t("empty")} />
        ) : (
          <>
            <OutlineFilters filter={filter} shown={listed.rows.length} total={listed.total} />
            <OutlineList lines={listed.rows} base={base} />
          </>
        )}
      </Sheet>
    </>
  );
}
