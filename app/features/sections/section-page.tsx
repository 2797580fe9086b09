import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { AssignForm } from "./assign-form";
import { DataBlocks } from "./data-blocks";
import { WordCounts } from "./live-words";
import type { loadSection } from "./load-section.server";
import { SectionActs, SignOffList, StateNotice } from "./section-aside";
import { SectionBody } from "./section-body";
import { ReviewersNotice } from "./reviewers-notice";
import { SectionHead } from "./section-head";

type Loaded = Awaited<ReturnType<typeof loadSection>>;

/** A section as it reads: its text with ground lines, its data blocks, its sign-offs; and for the lead who is to write it. */
export function SectionPage({
  shown,
  problem,
  gate,
  rounds,
  comments,
}: {
  shown: Loaded;
  problem: FormProblem | undefined;
  rounds?: ReactNode;
  gate?: ReactNode;
  comments?: ReactNode;
}) {
  const t = useTranslations("sections");
  const { head, blocks, tables, guidance, writable, reading, moves, signOffs, assign } = shown;
  const isStale = head.status === "stale";
  return (
    <>
      <SectionHead head={head} acts={<SectionActs moves={moves} path={head.path} writable={writable} needsReview={isStale} />}>
        <WordCounts counts={shown.words} target={shown.target} />
      </SectionHead>
      <ErrorSummary errors={useKept(problem).summary} />
      {isStale && (
        <Notice tone="stale" title={t("staleTitle")} className="kept">
          <p>
            <Link to={`${head.path}/review`}>{t("staleHint")}</Link>
          </p>
        </Notice>
      )}
      <StateNotice head={head} state={shown.state} />
      <ReviewersNotice tally={shown.tally} lead={assign !== null} mine={shown.ownWork} />
      <div className="rv">
        <article className="sheet paper">
          <div className="doc edit">
            {blocks.length === 0 && tables.length === 0 && <EmptyState title={t("nothingWritten")}>{guidance}</EmptyState>}
            <SectionBody blocks={blocks} base={head.base} />
          </div>
          <DataBlocks tables={tables} language={reading.language} fallback={reading.fallback} />
        </article>
        <aside className="gap" aria-label={t("about")}>
          {comments}
          {gate}
          <SignOffList signOffs={signOffs} path={head.path} />
          {rounds}
          {assign && <AssignForm version={head.version} dueOn={head.dueOn} assign={assign} problem={problem} />}
        </aside>
      </div>
    </>
  );
}
