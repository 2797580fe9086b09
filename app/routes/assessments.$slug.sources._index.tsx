import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { listSources, sourceSortKeys } from "~/features/sources/queries.server";
import { SourceFilters, SourceTable } from "~/features/sources/source-list";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { sortingFrom } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("sources.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  const query = new URL(request.url).searchParams;
  const sort = sortingFrom(query, sourceSortKeys, { key: "code", descending: false });
  const filter = { type: query.get("type") ?? "", reading: query.get("reading") ?? "", find: query.get("find") ?? "", sort };
  return {
    filter,
    path: `/assessments/${assessment.slug}/sources`,
    mayWrite: can(user, "source.write", assessment),
    listed: await listSources(db, assessment.id, filter),
  };
}

export default function SourcesPage() {
  const t = useTranslations("sources");
  const { filter, path, mayWrite, listed } = useLoaderData<typeof loader>();
  const add = mayWrite && (
    <ButtonLink to={`${path}/new`} variant="primary" icon="plus">
      {t("add")}
    </ButtonLink>
  );
  const filtered = [filter.type, filter.reading, filter.find].some((value) => value !== "");
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} acts={listed.total > 0 && add} />
      <Sheet title={t("list")} flush>
        {listed.total === 0 ? (
          <EmptyState title={t("empty")} act={add}>
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <>
            <SourceFilters filter={filter} />
            <SourceTable listed={listed} filtered={filtered} sorting={filter.sort} path={path} />
          </>
        )}
      </Sheet>
    </>
  );
}
