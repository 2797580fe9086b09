import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnRating } from "~/features/ratings/act-on-rating.server";
import { RateConflict } from "~/features/ratings/rate-conflict";
import { RatePage } from "~/features/ratings/rate-page";
import { findSubjectOfRound, readRatePage } from "~/features/ratings/read-rate-page.server";
import { rateForms } from "~/features/ratings/schema";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ page: { subject: { code: string; name: string } } }> = {
  title: (t, { page }) => `${t("ratings.rate")} ${page.subject.code} ${page.subject.name}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const { searchParams } = new URL(request.url);
  const { round, subjectId } = await findSubjectOfRound(db, study, Number(params["number"]), params["code"]);
  return {
    page: await readRatePage(db, study, round.subjectKind, subjectId, round, searchParams.get("find") ?? ""),
    base: `/assessments/${assessment.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const { pathname, search } = new URL(request.url);
  const { round, subjectId } = await findSubjectOfRound(db, study, Number(params["number"]), params["code"]);
  authorize(user, "round.rate", { assessmentId: assessment.id, raterIds: round.raters.map(({ id }) => id) });
  const form = await parseForm(request, rateForms);
  if (!form.ok) return data({ problem: form.problem }, { status: 422 });
  const place = {
    assessmentId: assessment.id,
    round,
    subjectId,
    path: pathname.replace(/\.data$/u, "") + search,
    draft: request.headers.has("x-autosave"),
  };
  return actOnRating(changeContext(user, request, assessment), place, form.value);
}

export default function RateSubjectRoute() {
  const t = useTranslations("rounds");
  const { page, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const list = { label: t("heading"), href: `${base}/actors/rounds` };
  const rateHref = (code: string) => `${list.href}/${page.round.number}/${encodeURIComponent(code)}`;
  if (answer && "conflict" in answer && answer.conflict)
    return <RateConflict page={page} conflict={answer.conflict} leaveHref={rateHref(page.subject.code)} />;
  return (
    <RatePage
      page={page}
      list={list}
      rateHref={rateHref}
      base={base}
      problem={answer && "problem" in answer ? answer.problem : undefined}
    />
  );
}
