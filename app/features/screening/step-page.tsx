import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ScreeningStep } from "~/domain/screening/steps";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { useStudyWords } from "~/platform/study-words";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { DecideForm } from "./decide-form";
import { DecisionsList } from "./decisions-list";
import type { Publication, StepShown } from "./load-step.server";
import { NoScreening } from "./no-screening";
import { PublicationSheet } from "./publication-sheet";
import { SettleForm } from "./settle-form";

interface StepPageProps {
  shown: StepShown | null;
  step: ScreeningStep;
  base: string;
  mayDecide: boolean;
  problem: FormProblem | undefined;
}

/** One publication after the other: what it is, the criteria beside it, and the decision. */
export function StepPage({ shown, step, base, mayDecide, problem }: StepPageProps) {
  const t = useTranslations("screening");
  const path = `${base}/sources/screening`;
  const kept = useKept(problem, undefined, {
    reason: t("reason"),
    ownReason: t("ownReasonWords"),
    note: t("note"),
    decision: t("settleAs"),
    why: t("why"),
  });
  const source = shown?.source;
  return (
    <>
      <PageHead
        title={t(`stepNames.${step}`)}
        crumbs={[
          { label: t("sources"), href: `${base}/sources` },
          { label: t("heading"), href: path },
          { label: source?.code ?? t(`stepNames.${step}`) },
        ]}
        meta={shown && <MetaFact icon="list">{t("left", { count: shown.left })}</MetaFact>}
      />
      <ErrorSummary errors={kept.summary} />
      {!shown && <NoScreening base={base} />}
      {shown?.done?.mayChange && (
        <p className="small">
          <Link to={`${path}/${step}?source=${shown.done.code}`}>{t("changeDone", { code: shown.done.code })}</Link>
        </p>
      )}
      {shown && !source && <NothingLeft path={path} step={step} />}
      {shown && source && (
        <MainAside label={t("criteria")} aside={<CriteriaSheet shown={shown} />}>
          <PublicationSheet source={source} base={base} />
          <DecisionSheet shown={shown} source={source} mayDecide={mayDecide} problem={problem} path={`${path}/${step}`} />
        </MainAside>
      )}
    </>
  );
}

function NothingLeft({ path, step }: { path: string; step: ScreeningStep }) {
  const t = useTranslations("screening");
  return (
    <Sheet title={t(`stepNames.${step}`)}>
      <EmptyState
        title={t("nothingLeft")}
        act={
          <ButtonLink to={path} variant="primary">
            {t("toOverview")}
          </ButtonLink>
        }
      >
        {t("nothingLeftHint")}
      </EmptyState>
    </Sheet>
  );
}

interface DecisionSheetProps {
  shown: StepShown;
  source: Publication;
  mayDecide: boolean;
  problem: FormProblem | undefined;
  path: string;
}

/** The form to decide; once that is over, what was decided, and the form to settle it for those who may. */
function DecisionSheet({ shown, source, mayDecide, problem, path }: DecisionSheetProps) {
  const t = useTranslations("screening");
  const decide = useKept(problem, "decide");
  const settle = useKept(problem, "settle");
  const { step, reasons } = shown;
  const isOver = !source.mayDecide && source.decisions.length > 0;
  return (
    <Sheet title={source.mine && source.mayDecide ? t("changeDecision") : t("decision")} id="decision">
      {isOver && <DecisionsList decisions={source.decisions} reasons={reasons} />}
      {!isOver && !source.mayDecide && <p className="soft">{t("notYet")}</p>}
      {mayDecide && source.mayDecide && (
        <>
          {shown.screeners === 2 && step !== "retrieval" && <p className="small soft">{t("blindHint")}</p>}
          <DecideForm step={step} source={source} reasons={reasons} kept={decide} />
        </>
      )}
      {isOver && source.maySettle && (
        <details className="more" open={source.outcome === null || settle.summary.length > 0}>
          <summary>{t(source.outcome === null ? "settle" : "settleAnew")}</summary>
          <SettleForm source={source} step={step} version={source.agreedVersion} reasons={reasons} kept={settle} primary />
        </details>
      )}
      {isOver && shown.left > 0 && mayDecide && (
        <p className="after-decision">
          <ButtonLink to={path}>{t("next")}</ButtonLink>
        </p>
      )}
    </Sheet>
  );
}

/** What a publication must meet, and why one is left out. */
function CriteriaSheet({ shown: { criteria, reasons } }: { shown: StepShown }) {
  const t = useTranslations("screening");
  const words = useStudyWords();
  return (
    <Sheet title={t("criteria")}>
      {criteria.length === 0 && <p className="soft">{t("noCriteria")}</p>}
      <ul className="criteria-list">
        {criteria.map(({ id, title, description }) => (
          <li key={id}>
            {words(title)}
            {description && <p className="small soft">{words(description)}</p>}
          </li>
        ))}
      </ul>
      <h3 className="abstract-head small soft">{t("reasons")}</h3>
      <ul className="criteria-list">
        {reasons.map(({ key, label, help }) => (
          <li key={key}>
            {words(label)}
            {help && <p className="small soft">{words(help)}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
