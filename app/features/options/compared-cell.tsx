import { useTranslations } from "use-intl";
import { GroundChips } from "~/ui/ground-chips";
import { Icon } from "~/ui/icon";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import type { ComparedCell } from "./compare-options.server";

/** One option on one criterion: its level, what speaks for and against, what that rests on and who cites it. */
export function CellOf({ cell, base }: { cell: ComparedCell; base: string }) {
  const t = useTranslations("options");
  const { level, counted, state, sent, points, grounds, citedIn } = cell;
  if (level === null && points.length === 0 && state === null) return <span className="faint">{t("nothing")}</span>;
  return (
    <>
      {level !== null && <p className={counted ? "strong small" : "soft small"}>{level}</p>}
      {state !== null && <StatusTag state={state} detail={sent === "" ? undefined : sent} />}
      <ul className="points">
        {points.map(({ id, side, said }) => (
          <li key={id} className="said" lang={said?.language}>
            <PointMark side={side} /> {said?.text}
          </li>
        ))}
      </ul>
      {grounds.length > 0 && <GroundChips grounds={grounds.map(({ origin: _, ...ground }) => ground)} base={base} />}
      {citedIn.length > 0 && (
        <p className="small row wrap numbers">
          <span className="soft">{t("citedIn")}</span>
          {citedIn.map((code) => (
            <StatementNumber key={code} code={code} href={`${base}/statements/${code}`} />
          ))}
        </p>
      )}
    </>
  );
}

/** Whether a point speaks for or against, as a drawing and a word that is heard. */
export function PointMark({ side }: { side: string }) {
  const t = useTranslations("options");
  return <Icon name={side === "for" ? "plus" : "minus"} label={t(side === "for" ? "for" : "against")} />;
}
