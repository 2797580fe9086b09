import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Icon } from "./icon";
import { useDisclosure } from "./use-disclosure";

/** An assessment that the signed-in person belongs to. */
export interface AssessmentLink {
  title: string;
  href: string;
}

export interface AssessmentSwitcherProps {
  current?: AssessmentLink | undefined;
  assessments: readonly AssessmentLink[];
}

/** Which assessment the page belongs to, and the way to the others. */
export function AssessmentSwitcher({ current, assessments }: AssessmentSwitcherProps) {
  const t = useTranslations("ui.frame");
  const disclosure = useDisclosure();
  return (
    <details className="pop switcher" ref={disclosure}>
      <summary className="where">
        <span>{current?.title ?? t("allAssessments")}</span>
        <Icon name="chevron-down" />
      </summary>
      <AssessmentList current={current} assessments={assessments} />
    </details>
  );
}

/** The assessments as a list of links, in the switcher and in the narrow menu. */
export function AssessmentList({ current, assessments }: AssessmentSwitcherProps) {
  const t = useTranslations("ui.frame");
  return (
    <ul className="menu">
      {assessments.map((assessment) => (
        <li key={assessment.href}>
          <Link to={assessment.href} aria-current={assessment.href === current?.href ? "true" : undefined}>
            {assessment.title}
          </Link>
        </li>
      ))}
      <li>
        <Link to="/assessments">{t("allAssessments")}</Link>
      </li>
    </ul>
  );
}
