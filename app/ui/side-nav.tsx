import { Link, useLocation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { AssessmentLink } from "./assessment-switcher";
import { AssessmentList } from "./assessment-switcher";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { LanguageSwitch } from "./language-switch";
import type { NavEntry, NavGroup } from "./navigation";
import { currentHref, groupsOf } from "./navigation";
import { popover } from "./popover";

export interface SideNavProps {
  nav: readonly NavEntry[];
  current?: AssessmentLink | undefined;
  assessments: readonly AssessmentLink[];
  notice?: string | undefined;
  back: string;
}

/** The side: what this person may open, by group. Under 900 px it is a popover that the Menu button opens without script. */
export function SideNav({ nav, current, assessments, notice, back }: SideNavProps) {
  const t = useTranslations("nav");
  const { pathname } = useLocation();
  const here = currentHref(nav, pathname);
  return (
    <nav className="side" id="side" {...popover} aria-label={t("main")}>
      {groupsOf(nav).map(([group, entries]) => (
        <SideGroup key={group} group={group} entries={entries} here={here} title={current?.title} />
      ))}
      <div className="side-more">
        <h2>{t("assessments")}</h2>
        <AssessmentList current={current} assessments={assessments} />
        <LanguageSwitch className="lang in-side" back={back} />
      </div>
      {notice && <p className="foot">{notice}</p>}
    </nav>
  );
}

interface SideGroupProps {
  group: NavGroup;
  entries: readonly NavEntry[];
  here: string | undefined;
  title: string | undefined;
}

function SideGroup({ group, entries, here, title }: SideGroupProps) {
  const t = useTranslations("nav");
  const heading = group === "own" ? undefined : group === "assessment" ? title : t(`groups.${group}`);
  return (
    <>
      {heading && <h2>{heading}</h2>}
      {entries.map((entry) => (
        <Link key={entry.href} to={entry.href} prefetch="intent" aria-current={entry.href === here ? "page" : undefined}>
          <Icon name={entry.icon} />
          {t(`entries.${entry.label}`)}
          {entry.count !== undefined && <span className={classNames("count num", entry.hot && "hot")}>{entry.count}</span>}
        </Link>
      ))}
    </>
  );
}
