import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { rolesWith } from "~/domain/permissions";
import { useRoot } from "~/platform/root-data";
import { BareFrame } from "~/ui/bare-frame";
import { Frame } from "~/ui/frame";
import type { FrameProps } from "~/ui/frame";
import { useLanguage } from "~/ui/intl";
import { Notice } from "~/ui/notice";
import { StatusLine } from "~/ui/status-line";
import { usePageFocus } from "~/ui/use-page-focus";
import { usePageHandle } from "./page-title";

interface PageFrameProps {
  /** What stands around the page of a signed-in person; without it the page is bare. */
  frame: Pick<FrameProps, "nav" | "assessments" | "shortcuts"> | null | undefined;
  children: ReactNode;
}

/** The frame that the page asks for: band and side, or bare for signing in and for who is not signed in. */
export function PageFrame({ frame, children }: PageFrameProps) {
  const root = useRoot();
  const language = useLanguage();
  const { handle } = usePageHandle();
  usePageFocus();
  if (!frame || !root?.user || handle?.bare)
    return (
      <BareFrame>
        <StatusLine told={root?.saved} />
        {children}
      </BareFrame>
    );
  const { assessment } = root;
  const worded = (text: NonNullable<typeof assessment>["title"] | null | undefined) =>
    text && assessment ? textIn(text, language, assessment.languages) : undefined;
  return (
    <Frame
      {...frame}
      user={root.user}
      assessment={assessment ? { title: worded(assessment.title) ?? assessment.slug, href: `/assessments/${assessment.slug}` } : undefined}
      searchHref={assessment && rolesWith("search.read").includes(assessment.role) ? `/assessments/${assessment.slug}/search` : undefined}
      notice={worded(assessment?.notice)}
      wide={handle?.wide}
    >
      <StatusLine told={root.saved} />
      {root.parked && <ParkedNotice />}
      {children}
    </Frame>
  );
}

/** Over a form that was posted after the session had ended: it is filled again, and not saved. */
function ParkedNotice() {
  const t = useTranslations("house");
  return (
    <Notice tone="stale" className="kept">
      {t("parked")}
    </Notice>
  );
}
