import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Check } from "~/ui/checklist";
import { Checklist } from "~/ui/checklist";
import { Sheet } from "~/ui/sheet";
import { QuestionNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { CheckDetail, useCheckTitle } from "./check-line";
import type { GateLine, GateShown } from "./load-gate.server";

const looks = { blocked: "blocks", "asks-reason": "attention", reasoned: "attention", "in-order": "in-order" } as const;

/** Beside a section: what the protocol asks of it, what is in order and what lacks, each with the way to it and the reason that was given. */
export function GateSheet({ gate: { lines, elsewhere, base } }: { gate: GateShown }) {
  const t = useTranslations("gate");
  const lacking = lines.filter(({ state }) => state !== "in-order");
  const inOrder = lines.filter(({ state }) => state === "in-order");
  const toChecks = useChecks();
  return (
    <Sheet id="coverage" title={t("heading")} intro={t("intro")} aside={<GateVerdict lines={lines} />} flush>
      {lacking.length > 0 && <Checklist checks={toChecks(lacking)} />}
      {lines.length === 0 && <p className="body small soft">{t("nothingAsked")}</p>}
      {inOrder.length > 0 && (
        <details className="body small">
          <summary>{t("inOrder", { count: inOrder.length })}</summary>
          <ul className="items">
            {inOrder.map((line) => (
              <li key={line.key}>
                <MetLine line={line} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {elsewhere.length > 0 && <Elsewhere elsewhere={elsewhere} base={base} />}
    </Sheet>
  );
}

/** How many checks stop sending and how many warn, or that all is in order. */
function GateVerdict({ lines }: { lines: readonly GateLine[] }) {
  const count = (...states: GateLine["state"][]) => lines.filter(({ state }) => states.includes(state)).length;
  const [blocked, warned] = [count("blocked"), count("asks-reason", "reasoned")];
  if (lines.length === 0) return null;
  if (blocked > 0) return <StatusTag state="blocks" detail={blocked} />;
  return warned > 0 ? <StatusTag state="thin" detail={warned} /> : <StatusTag state="in-order" />;
}

function useChecks(): (lines: readonly GateLine[]) => Check[] {
  const title = useCheckTitle();
  return (lines) =>
    lines.map((line) => ({
      state: looks[line.state],
      title: <Link to={line.href}>{title(line)}</Link>,
      detail: <CheckDetail line={line} />,
    }));
}

function MetLine({ line }: { line: GateLine }) {
  const title = useCheckTitle();
  return <Link to={line.href}>{title(line)}</Link>;
}

function Elsewhere({ elsewhere, base }: Pick<GateShown, "elsewhere" | "base">) {
  const t = useTranslations("gate");
  return (
    <div className="body small">
      <h3>{t("elsewhere")}</h3>
      <ul className="items">
        {elsewhere.map(({ code, verdict, sections }) => (
          <li key={code}>
            <p className="row wrap">
              <QuestionNumber code={code} href={`${base}/questions/${code}`} />
              {verdict && <StatusTag state={verdict} />}
              {sections.length === 0 && <span className="soft">{t("noAnswer")}</span>}
              {sections.map((section) => (
                <Link key={section} to={`${base}/sections/${section}`}>
                  {t("elsewhereIn", { section })}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
