import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { ConfirmPage } from "~/ui/confirm-page";
import { TextArea } from "~/ui/text-area";
import type { MovePage, MovePlanView } from "./load-move.server";

interface ConfirmMoveProps {
  page: MovePage;
  plan: MovePlanView;
  problem: FormProblem | undefined;
}

/** Every mark that changes and what becomes of it, with the reason to give. */
export function ConfirmMove({ page, plan, problem }: ConfirmMoveProps) {
  const t = useTranslations("codes");
  const kept = useKept(problem);
  const { base, act, code, title } = page;
  const back = `${base}/codes/${code}`;
  return (
    <ConfirmPage
      title={t(`move.${act}.sure`, { from: title, to: plan.to, count: plan.moved + plan.already })}
      crumbs={[{ label: t("title"), href: `${base}/codes` }, { label: title, href: back }, { label: t(`move.${act}.short`) }]}
      consequences={useConsequences(page, plan)}
      hidden={{ digest: plan.digest }}
      act={t(`move.${act}.act`)}
      cancelHref={back}
      errors={kept.summary}
    >
      <PlannedMarks base={base} plan={plan} />
      <TextArea name="reason" label={t("move.reason")} rows={3} value={kept.value("reason")} error={kept.error("reason")} />
    </ConfirmPage>
  );
}

function useConsequences({ act, title: from }: MovePage, { to, moved, already, unseen }: MovePlanView): ReactNode[] {
  const t = useTranslations("codes.move");
  return [
    ...(moved > 0 ? [t("moves", { count: moved, from, to })] : []),
    ...(already > 0 ? [t("already", { count: already, from, to })] : []),
    ...(unseen > 0 ? [t("unseen", { count: unseen })] : []),
    ...(act === "merge" ? [t("stays", { from })] : []),
    ...(moved > 0 ? [t("wayBack", { from, to })] : []),
  ];
}

function PlannedMarks({ base, plan: { marks, to } }: { base: string; plan: MovePlanView }) {
  const t = useTranslations("codes");
  if (marks.length === 0) return null;
  return (
    <details open>
      <summary>{t("passages")}</summary>
      <ul className="codings">
        {marks.map(({ id, code, from, passage, language, note, already }) => (
          <li key={id} className="stack">
            <p className="quote small2" lang={language} dir="auto">
              {passage}
            </p>
            <p className="row wrap small">
              <Link to={`${base}/codings?of=${encodeURIComponent(code)}`}>{code}</Link>
              <bdi className="soft from">{from}</bdi>
            </p>
            {note !== "" && (
              <p className="small keep-lines" dir="auto">
                {note}
              </p>
            )}
            {already && <p className="small soft">{t("move.alreadyHere", { to })}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
