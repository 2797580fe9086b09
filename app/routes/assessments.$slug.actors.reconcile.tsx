import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnReconciling } from "~/features/ratings/act-on-rating.server";
import { ReconcileCell } from "~/features/ratings/reconcile-cell";
import { findCell, readCell } from "~/features/ratings/reconcile-cell.server";
import { roundAsked } from "~/features/ratings/round-asked";
import { reconcileForm } from "~/features/ratings/schema";
import { afterSettling, stepsOf } from "~/features/rounds/difference-path";
import { DifferenceSteps } from "~/features/rounds/difference-steps";
import { listDifferences } from "~/features/rounds/differences.server";
import { DifferencesTable } from "~/features/rounds/differences-table";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { findRound } from "~/platform/judgements.server";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("rounds.reconcile"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  authorize(user, "round.reconcile", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const { searchParams } = new URL(request.url);
  const withNames = searchParams.get("names") === "yes";
  const cell = searchParams.has("cell") ? await readCell(db, study, await findCell(db, study, searchParams), withNames) : null;
  const differences = await listDifferences(db, study, cell?.shown.round?.number ?? roundAsked(searchParams));
  return {
    cell,
    differences: cell ? [] : differences,
    steps: cell && stepsOf(differences, `${cell.subject.code}:${cell.criterion}`, cell.shown.round?.number ?? 0),
    languages: assessment.languages,
    base: `/assessments/${assessment.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  authorize(user, "round.reconcile", assessment);
  const form = await parseForm(request, reconcileForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const cell = await findCell(db, study, new URL(request.url).searchParams);
  const round = await findRound(db, user.id, assessment.id, form.value.round);
  const problem = await actOnReconciling(
    changeContext(user, request, assessment),
    { assessmentId: assessment.id, round, subjectId: cell.subject.id },
    form.value,
  );
  if (problem) return data(problem, { status: 422 });
  const left = await listDifferences(db, study, round.number);
  return redirect(`/assessments/${assessment.slug}${afterSettling(left, round.number)}`);
}

export default function ReconcileRoute() {
  const t = useTranslations("rounds");
  const actors = useTranslations("actors");
  const ratings = useTranslations("ratings");
  const { cell, differences, steps, languages, base } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>(), "reconcile", { value: ratings("agreedValue") });
  const path = `${base}/actors/reconcile`;
  const crumbs = [
    { label: actors("heading"), href: `${base}/actors` },
    { label: t("reconcile"), href: cell ? path : undefined },
    ...(cell ? [{ label: `${cell.subject.code}:${cell.criterion}` }] : []),
  ];
  return (
    <>
      <PageHead
        title={cell ? <bdi>{cell.subject.name}</bdi> : t("reconcile")}
        crumbs={crumbs}
        lede={cell ? undefined : t("reconcileLede")}
      />
      <ErrorSummary
        errors={kept.summary.map(({ field, name, message }) => ({ name, message, id: `f-${cell?.criterion ?? ""}-${field}` }))}
      />
      {steps && <DifferenceSteps steps={steps} base={base} />}
      {cell ? (
        <ReconcileCell key={cell.subject.code + cell.criterion} cell={cell} languages={languages} base={base} kept={kept} />
      ) : (
        <DifferencesTable differences={differences} base={base} />
      )}
    </>
  );
}
