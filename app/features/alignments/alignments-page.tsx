import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { FrameworkSummary } from "./framework-summary";
import { FrameworkTable } from "./framework-table";
import type { ListedFrameworks } from "./list-frameworks.server";

export interface AlignmentsPageProps {
  listed: ListedFrameworks;
  base: string;
  mayJudge: boolean;
}

/** The frameworks beside each other, then each as a tree: all of it, only what is missing, or only what does not fit together. */
export function AlignmentsPage({ listed, base, mayJudge }: AlignmentsPageProps) {
  const t = useTranslations("alignments");
  const { frameworks, next, answered, judged, subjects, part } = listed;
  const act = mayJudge && next && (
    <ButtonLink to={`${base}/alignments/${next}`} variant="primary">
      {t("judgeNext")}
    </ButtonLink>
  );
  if (frameworks.length === 0) {
    return (
      <>
        <PageHead title={t("heading")} lede={t("lede")} />
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      </>
    );
  }
  const filled = frameworks.filter(({ nodes }) => nodes.length > 0);
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("lede")}
        meta={<span className="num">{t("judged", { answered, total: subjects, judged })}</span>}
        acts={act}
      />
      <div className="gap">
        <Sheet title={t("summary")} flush>
          <FrameworkSummary frameworks={frameworks} base={base} />
        </Sheet>
        <PartTabs listed={listed} base={base} />
        {filled.length === 0 && <EmptyState title={t(part === "gaps" ? "noGaps" : "noContradictions")} />}
        {filled.map((framework) => (
          <FrameworkTable key={framework.id} framework={framework} base={base} />
        ))}
      </div>
    </>
  );
}

function PartTabs({ listed: { part, gaps, contradictions }, base }: Pick<AlignmentsPageProps, "listed" | "base">) {
  const t = useTranslations("alignments");
  const href = (shown: string) => `${base}/alignments${shown === "all" ? "" : `?show=${shown}`}`;
  return (
    <LinkTabs
      label={t("parts")}
      tabs={[
        { label: t("all"), href: href("all") },
        { label: t("gaps"), href: href("gaps"), count: gaps },
        { label: t("contradictions"), href: href("contradictions"), count: contradictions },
      ]}
      current={href(part)}
    />
  );
}
