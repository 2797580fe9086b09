import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { EditionList } from "~/features/editions/edition-list";
import { listOpenJobs } from "~/features/editions/open-job.server";
import { OpenJobs } from "~/features/editions/open-jobs";
import { listEditions } from "~/features/editions/queries.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("editions.heading") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "edition.list", assessment);
  const onlyReads = !can(user, "overview.read", assessment);
  return {
    path: `/assessments/${assessment.slug}/editions`,
    mayCompile: can(user, "edition.compile", assessment),
    onlyReads,
    seesStyle: can(user, "house-style.read", assessment),
    jobs: onlyReads ? [] : await listOpenJobs(db, assessment.id),
    editions: await listEditions(db, user, assessment),
  };
}

export default function EditionsPage() {
  const t = useTranslations("editions");
  const { path, mayCompile, onlyReads, seesStyle, editions, jobs } = useLoaderData<typeof loader>();
  const compile = mayCompile && (
    <ButtonLink to={`${path}/new`} variant="primary" icon="edition">
      {t("compile")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("lede")}
        acts={
          <>
            {seesStyle && <ButtonLink to={`${path}/house-style`}>{t("houseStyle")}</ButtonLink>}
            {editions.length > 0 && compile}
          </>
        }
      />
      <OpenJobs jobs={jobs} path={path} />
      <Sheet title={t("list")} flush>
        {editions.length === 0 ? (
          <EmptyState title={t(onlyReads ? "emptyReader" : "empty")} act={compile}>
            {!onlyReads && t("emptyHint")}
          </EmptyState>
        ) : (
          <EditionList editions={editions} path={path} />
        )}
      </Sheet>
    </>
  );
}
