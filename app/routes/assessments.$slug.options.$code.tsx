import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnOption } from "~/features/options/act-on-option.server";
import { OptionPage } from "~/features/options/option-page";
import { PointOvertaken } from "~/features/options/point-overtaken";
import { findOptionByCode } from "~/features/options/queries.server";
import { optionForms } from "~/features/options/schema";
import { RatingsSheet } from "~/features/ratings/ratings-sheet";
import { readSubjectRatings } from "~/features/ratings/read-subject-ratings.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readGroundsFor } from "~/platform/grounds.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import type { FormAnswer } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { refuse } from "~/platform/refusal.server";

export const handle: PageHandle<{ shown: { option: { code: string; title: string } } }> = {
  title: (_t, { shown }) => `${shown.option.code} ${shown.option.title}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "option.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const shown = await findOptionByCode(db, study, params["code"]);
  const find = new URL(request.url).searchParams.get("q") ?? "";
  const { found } = await readGroundsFor(db, study, { kind: "option-point", id: null }, find);
  return {
    shown,
    ratings: await readSubjectRatings(db, study, "option", shown.option),
    mayReconcile: can(user, "round.reconcile", assessment),
    found,
    find,
    language: user.language,
    languages: assessment.languages,
    path: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "option.write", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "option.read", assessment);
  authorize(user, "option.write", assessment);
  const option = (await protocolOf(assessment)).options?.find(({ code }) => code === params["code"])?.id;
  if (option === undefined) throw refuse("not-found");
  const form = await parseForm(request, optionForms);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const path = `/assessments/${assessment.slug}/options/${params["code"] ?? ""}`;
  const done = await actOnOption(changeContext(user, request, assessment), { assessmentId: assessment.id, option, path }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function OptionRoute() {
  const { ratings, mayReconcile, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <PointOvertaken overtaken={answer.overtaken} {...page} />;
  const judgement = (
    <RatingsSheet
      criteria={ratings}
      languages={page.languages}
      base={page.path}
      kind="option"
      code={page.shown.option.code}
      mayReconcile={mayReconcile}
    />
  );
  return <OptionPage {...page} judgement={judgement} problem={answer?.problem} />;
}
