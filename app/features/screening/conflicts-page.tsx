import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { DecisionsList } from "./decisions-list";
import type { ConflictsShown } from "./load-conflicts.server";
import { NoScreening } from "./no-screening";
import { SettleForm } from "./settle-form";

interface ConflictsPageProps {
  shown: ConflictsShown | null;
  base: string;
  problem: FormProblem | undefined;
}

/** Every publication on which two people differ, with what each decided and the form to settle it. */
export function ConflictsPage({ shown, base, problem }: ConflictsPageProps) {
  const t = useTranslations("screening");
  const path = `${base}/sources/screening`;
  const kept = useKept(problem, undefined, { reason: t("reason"), ownReason: t("ownReasonWords"), decision: t("settleAs"), why: t("why") });
  return (
    <>
      <PageHead
        title={t("conflicts")}
        lede={t("conflictsLede")}
        crumbs={[{ label: t("sources"), href: `${base}/sources` }, { label: t("heading"), href: path }, { label: t("conflicts") }]}
      />
      <ErrorSummary errors={kept.summary} />
      {!shown && <NoScreening base={base} />}
      {shown?.conflicts.length === 0 && (
        <Sheet title={t("conflicts")}>
          <EmptyState
            title={t("noConflicts")}
            act={
              <ButtonLink to={path} variant="primary">
                {t("toOverview")}
              </ButtonLink>
            }
          />
        </Sheet>
      )}
      <div className="gap">
        {shown?.conflicts.map((conflict, place) => (
          <ConflictSheet key={conflict.id} conflict={conflict} shown={shown} base={base} problem={problem} primary={place === 0} />
        ))}
      </div>
    </>
  );
}

interface ConflictSheetProps extends Omit<ConflictsPageProps, "shown"> {
  conflict: ConflictsShown["conflicts"][number];
  shown: ConflictsShown;
  primary: boolean;
}

function ConflictSheet({ conflict, shown, base, problem, primary }: ConflictSheetProps) {
  const t = useTranslations("screening");
  const isPosted = problem?.values["source"]?.[0] === conflict.id;
  const kept = useKept(isPosted ? problem : undefined, "settle");
  return (
    <Sheet
      id={conflict.code}
      title={<bdi lang={conflict.language}>{conflict.title}</bdi>}
      aside={
        <span className="small">
          {t(`stepNames.${conflict.step}`)} · <Link to={`${base}/sources/${conflict.code}`}>{conflict.code}</Link>
        </span>
      }
      intro={<bdi>{[conflict.authors, conflict.issued].filter(Boolean).join(", ")}</bdi>}
    >
      {conflict.abstract && (
        <details className="more">
          <summary>{t("abstract")}</summary>
          <p className="abstract" lang={conflict.language} dir="auto">
            {conflict.abstract}
          </p>
        </details>
      )}
      <DecisionsList decisions={conflict.decisions} reasons={shown.reasons} />
      {conflict.maySettle ? (
        <SettleForm
          source={conflict}
          step={conflict.step}
          version={0}
          reasons={shown.reasons}
          kept={isPosted ? kept : undefined}
          primary={primary}
        />
      ) : (
        <p className="soft">{t("whoSettles")}</p>
      )}
    </Sheet>
  );
}
