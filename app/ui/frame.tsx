import { Link, useLocation, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AccountMenu } from "./account-menu";
import type { AssessmentLink } from "./assessment-switcher";
import { AssessmentSwitcher } from "./assessment-switcher";
import { Icon } from "./icon";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import type { NavEntry } from "./navigation";
import { popoverTarget } from "./popover";
import { SearchForm } from "./search-form";
import { SideNav } from "./side-nav";

export interface FrameProps {
  user: { name: string };
  nav: readonly NavEntry[];
  /** The assessment of the page, if it belongs to one. */
  assessment?: AssessmentLink | undefined;
  /** All assessments of the signed-in person. */
  assessments: readonly AssessmentLink[];
  /** The page of results; without it the band has no search. */
  searchHref?: string | undefined;
  query?: string | undefined;
  shortcuts?: boolean | undefined;
  /** A sentence at the foot of the side, e.g. that the data are an example. */
  notice?: string | undefined;
  /** The main region without the widest measure: for matrices and pages of columns. */
  wide?: boolean | undefined;
  children: ReactNode;
}

/** The frame of every page of a signed-in person: skip link, band, side and exactly one `main`. */
export function Frame(props: FrameProps) {
  const { pathname, search } = useLocation();
  const back = pathname + search;
  return (
    <>
      <SkipLink />
      <Band {...props} back={back} />
      <div className="frame">
        <SideNav nav={props.nav} current={props.assessment} assessments={props.assessments} notice={props.notice} back={back} />
        <main id="main" tabIndex={-1} className={props.wide ? "wide" : undefined}>
          {props.children}
        </main>
      </div>
    </>
  );
}

/** The first thing that the keyboard meets. */
export function SkipLink() {
  const t = useTranslations("ui.frame");
  return (
    <a className="skip" href="#main">
      {t("skip")}
    </a>
  );
}

function Band({ user, assessment, assessments, searchHref, query, shortcuts, back }: FrameProps & { back: string }) {
  const t = useTranslations("ui.frame");
  return (
    <header className="band">
      <button className="menu-button" type="button" {...popoverTarget("side")}>
        <Icon name="menu" />
        {t("menu")}
      </button>
      <Link className="mark" to="/work" aria-label={t("home")}>
        <Mark />
        <span>Grondslag</span>
      </Link>
      <AssessmentSwitcher current={assessment} assessments={assessments} />
      {searchHref ? <SearchForm action={searchHref} query={query} shortcut={shortcuts} /> : <span className="push" />}
      <LanguageSwitch back={back} />
      <AccountMenu name={user.name} />
      <LoadingLine />
    </header>
  );
}

/** A line that runs in the band when a page takes longer than a moment. */
export function LoadingLine() {
  const busy = useNavigation().state !== "idle";
  return busy ? <span className="loading" aria-hidden="true" /> : null;
}
