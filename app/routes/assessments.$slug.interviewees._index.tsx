import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { IntervieweesTable } from "~/features/interviewees/interviewees-table";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { listInterviewees } from "~/platform/listed-interviewees.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("interviewees.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interviewee.read", assessment);
  const archived = new URL(request.url).searchParams.get("archived") === "yes";
  const rows = await listInterviewees(db, user, await protocolOf(assessment), assessment.id, { archived });
  return { rows, archived, languages: assessment.languages, may: { write: can(user, "interviewee.write", assessment) } };
}

export default function IntervieweesPage() {
  const t = useTranslations("interviewees");
  const { slug = "" } = useParams();
  const { rows, archived, languages, may } = useLoaderData<typeof loader>();
  const add = may.write ? (
    <ButtonLink to={`/assessments/${slug}/interviewees/new`} variant="primary" icon="plus">
      {t("add")}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} acts={add} />
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} act={add}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <Sheet title={t("title")} aside={rows.length} flush>
          <IntervieweesTable slug={slug} rows={rows} languages={languages} />
        </Sheet>
      )}
      <p className="small">
        <Link to={archived ? "?" : "?archived=yes"}>{t(archived ? "hideArchived" : "showArchived")}</Link>
      </p>
    </>
  );
}
