import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** One thing that was looked at: it blocks, asks attention or is in order. */
export interface Check {
  state: "blocks" | "attention" | "in-order";
  title: ReactNode;
  detail?: ReactNode;
  /** The way to what has to be done: a small button. */
  act?: ReactNode;
}

const looks: Record<Check["state"], { className: string; icon: IconName }> = {
  blocks: { className: "bad", icon: "octagon" },
  attention: { className: "warn", icon: "triangle" },
  "in-order": { className: "ok", icon: "circle-check" },
};

/** What was looked at before an act, each with its verdict, reason and way on. */
export function Checklist({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("ui.checklist");
  return (
    <ul className="chks">
      {checks.map((check, place) => (
        <li key={place} className={`chk ${looks[check.state].className}`}>
          <span className="ico">
            <Icon name={looks[check.state].icon} />
            <span className="vh">{t(check.state)}</span>
          </span>
          <div>
            <p className="strong">{check.title}</p>
            {check.detail && <p className="small soft">{check.detail}</p>}
          </div>
          {check.act}
        </li>
      ))}
    </ul>
  );
}
