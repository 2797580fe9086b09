import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { BalanceSheet } from "~/features/interviews/balance-sheet";
import { InterviewsFilter } from "~/features/interviews/interviews-filter";
import { Stages } from "~/features/interviews/stages";
import { interviewFilter } from "~/features/interviews/interview-filter";
import { listInterviews } from "~/features/interviews/list-interviews.server";
import { questionsOfGuide } from "~/features/interviews/weigh-interview.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("interviews.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const protocol = await protocolOf(assessment);
  const filter = interviewFilter(new URL(request.url).searchParams);
  const list = await listInterviews(db, user, protocol, assessment.id, filter);
  return {
    ...list,
    filter,
    perspectives: protocol.perspectives ?? [],
    questions: questionsOfGuide(protocol),
    languages: assessment.languages,
    may: { create: can(user, "interview.create", assessment) },
  };
}

export default function InterviewsPage() {
  const t = useTranslations("interviews");
  const interviewees = useTranslations("interviewees");
  const { slug = "" } = useParams();
  const page = useLoaderData<typeof loader>();
  const base = `/assessments/${slug}`;
  const plan = page.may.create ? (
    <ButtonLink to={`${base}/interviews/new`} variant="primary" icon="plus">
      {t("plan_new")}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        acts={
          <>
            {page.total > 0 && (
              <ButtonLink to={`${base}/interviews/matrix`} icon="matrix">
                {t("compare")}
              </ButtonLink>
            )}
            <ButtonLink to={`${base}/interviewees`} icon="user">
              {interviewees("title")}
            </ButtonLink>
            {plan}
          </>
        }
      />
      {page.total === 0 ? (
        <EmptyState title={t("empty")} act={plan}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <div className="gap">
          <InterviewsFilter {...page} />
          {page.shown === 0 && <p className="soft">{t("noneFits")}</p>}
          <Stages slug={slug} {...page} />
          <BalanceSheet {...page} />
        </div>
      )}
    </>
  );
}
