import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { filterAsked, listSources, sourceSortKeys } from "~/features/sources/list-sources.server";
import { SourceExports } from "~/features/sources/source-exports";
import { pagesOf, SourceFilters, SourceTable } from "~/features/sources/source-list";
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
  const filter = filterAsked(query);
  return {
    filter,
    sort,
    query: query.toString(),
    path: `/assessments/${assessment.slug}/sources`,
    mayWrite: can(user, "source.write", assessment),
    listed: await listSources(db, assessment.id, filter, { sort, after: query.get("after") ?? "" }),
  };
}

export default function SourcesPage() {
  const t = useTranslations("sources");
  const { filter, sort, query, path, mayWrite, listed } = useLoaderData<typeof loader>();
  const add = mayWrite && (
    <ButtonLink to={`${path}/new`} variant="primary" icon="plus">
      {t("add")}
    </ButtonLink>
  );
  const bring = mayWrite && <ButtonLink to={`${path}/import`}>{t("import")}</ButtonLink>;
  const filtered = Object.values(filter).some((value) => value !== "");
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("lede")}
        acts={
          listed.total > 0 && (
            <>
              <ButtonLink to={`${path}/screening`}>{t("screening")}</ButtonLink>
              <ButtonLink to={`${path}/appraisal`}>{t("appraisal")}</ButtonLink>
              <ButtonLink to={`${path}/imports`}>{t("imports")}</ButtonLink>
              {bring}
              {add}
            </>
          )
        }
      />
      <Sheet title={t("list")} flush>
        {listed.total === 0 ? (
          <EmptyState
            title={t("empty")}
            act={
              <>
                {add} {bring}
              </>
            }
          >
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <>
            <SourceFilters filter={filter} />
            <SourceTable listed={listed} filtered={filtered} sorting={sort} path={path} pages={pagesOf(query, listed.next)} />
          </>
        )}
      </Sheet>
      {listed.total > 0 && <SourceExports path={path} query={query} />}
    </>
  );
}
