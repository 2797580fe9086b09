import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** One step of something that takes a while. */
export interface Step {
  state: "done" | "now" | "waiting" | "failed";
  label: ReactNode;
  /** A time or a duration. */
  time?: ReactNode;
}

const looks: Record<Step["state"], { className?: string; icon: IconName }> = {
  done: { className: "ok", icon: "check" },
  now: { className: "now", icon: "clock" },
  waiting: { icon: "circle" },
  failed: { className: "failed", icon: "octagon" },
};

/** The steps of something that takes a while; a failed one says so and stays. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations("ui.steps");
  return (
    <ol className="stps">
      {steps.map((step, place) => (
        <li key={place} className={looks[step.state].className} aria-current={step.state === "now" ? "step" : undefined}>
          <Icon name={looks[step.state].icon} />
          <span className="vh">{t(step.state)}: </span>
          <span>{step.label}</span>
          {step.time && <span className="push small soft num">{step.time}</span>}
        </li>
      ))}
    </ol>
  );
}
