import { useTranslations } from "use-intl";
import type { ScreeningDecision } from "~/domain/screening/steps";
import type { LocalText } from "~/domain/local-text";
import { StatusTag } from "~/ui/status-tag";
import { useReasonWords } from "./use-reason-words";

/** A decision as it is shown; `decision` is null while it is blind to whoever looks. */
interface Shown {
  by: string | null;
  isAgreed?: boolean;
  isMine?: boolean;
  decision: ScreeningDecision | null;
  reason: string | null;
  note: string;
}

/** Who decided what on a publication, and why, side by side; a decision that may not be seen yet says so. */
export function DecisionsList({
  decisions,
  reasons,
}: {
  decisions: readonly Shown[];
  reasons: readonly { key: string; label: LocalText }[];
}) {
  const t = useTranslations("screening");
  const reasonWords = useReasonWords(reasons);
  return (
    <ul className="screeners">
      {decisions.map((one, place) => (
        <li key={place}>
          <p className="small soft">{one.isAgreed ? t("settledBy", { by: one.by ?? "" }) : one.isMine ? t("byMe") : one.by}</p>
          {one.decision === null ? <StatusTag state="blind" /> : <p className="strong">{t(`decided.${one.decision}`)}</p>}
          {one.reason !== null && <p>{reasonWords(one.reason)}</p>}
          {one.note && (
            <p className="rsn" dir="auto">
              {one.note}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
