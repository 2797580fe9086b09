import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { OpenPoints } from "~/ui/passages";
import { QuestionNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { HereNow, MovedNotice } from "./live-section";
import type { SectionHeadView } from "./section-view.server";

/** The number and heading of a section in one line. */
export function useSectionTitle({ number, annex, heading }: Pick<SectionHeadView, "number" | "annex" | "heading">): string {
  const t = useTranslations("sections");
  if (number === null) return heading;
  return annex ? `${t("annex", { number })} ${heading}` : `${number} ${heading}`;
}

/** The head of a section's pages: where it stands, who writes and reviews it, what it answers. `page` names the page below the section. */
export function SectionHead({
  head,
  page,
  saved,
  acts,
  children,
}: {
  head: SectionHeadView;
  page?: string;
  saved?: ReactNode;
  acts?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations("sections");
  const title = useSectionTitle(head);
  const own =
    page === undefined ? [{ label: head.number ?? head.code }] : [{ label: head.number ?? head.code, href: head.path }, { label: page }];
  return (
    <>
      <PageHead
        title={<bdi>{title}</bdi>}
        crumbs={[{ label: t("heading"), href: `${head.base}/sections` }, ...head.crumbs, ...own]}
        saved={saved}
        acts={acts}
        meta={
          <>
            <StatusTag state={head.status} />
            <People label="writers" names={head.writers} />
            <People label="reviewers" names={head.reviewers} />
            {head.questions.length > 0 && (
              <span className="row wrap">
                {t("answers")}
                {head.questions.map(({ code }) => (
                  <QuestionNumber key={code} code={code} href={`${head.base}/questions/${code}`} />
                ))}
              </span>
            )}
            {head.dueOn !== null && (
              <MetaFact icon="calendar">
                {t("due")} <Time at={head.dueOn} as="long" />
              </MetaFact>
            )}
            <Link className="num" to={`${head.path}/versions`}>
              {t("version", { version: head.changes })}
            </Link>
            <Link to={`${head.base}/trail/items/section/${head.code}`}>{t("history")}</Link>
            <OpenPoints />
            {children}
          </>
        }
      />
      <HereNow />
      <MovedNotice />
    </>
  );
}

function People({ label, names }: { label: "writers" | "reviewers"; names: readonly string[] }) {
  const t = useTranslations("sections");
  if (names.length === 0) return <span className="faint">{t(`none.${label}`)}</span>;
  return (
    <span>
      {t(label, { count: names.length })} <bdi>{names.join(", ")}</bdi>
    </span>
  );
}
