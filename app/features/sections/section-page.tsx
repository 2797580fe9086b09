import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { AssignForm } from "./assign-form";
import { DataBlocks } from "./data-blocks";
import type { loadSection } from "./load-section.server";
import { SectionActs, SignOffList, StateNotice } from "./section-aside";
import { SectionBody } from "./section-body";
import { SectionHead } from "./section-head";

type Loaded = Awaited<ReturnType<typeof loadSection>>;

/** A section as it reads: its text with ground lines, its data blocks, its sign-offs; and for the lead who is to write it. */
export function SectionPage({ shown, problem }: { shown: Loaded; problem: FormProblem | undefined }) {
  const t = useTranslations("sections");
  const { head, blocks, tables, guidance, writable, reading, moves, signOffs, assign } = shown;
  const isStale = head.status === "stale";
  return (
    <>
      <SectionHead head={head} acts={<SectionActs moves={moves} path={head.path} writable={writable} needsReview={isStale} />} />
      <ErrorSummary errors={useKept(problem).summary} />
      {isStale && (
        <Notice tone="stale" title={t("staleTitle")} className="kept">
          {t("staleHint")}
        </Notice>
      )}
      <StateNotice head={head} state={shown.state} />
      <div className="rv">
        <article className="sheet paper">
          <div className="doc edit">
            {blocks.length === 0 && tables.length === 0 && <EmptyState title={t("nothingWritten")}>{guidance}</EmptyState>}
            <SectionBody blocks={blocks} base={head.base} />
          </div>
          <DataBlocks tables={tables} language={reading.language} fallback={reading.fallback} />
        </article>
        <aside className="gap" aria-label={t("about")}>
          <SignOffList signOffs={signOffs} />
          {assign && <AssignForm version={head.version} dueOn={head.dueOn} assign={assign} problem={problem} />}
        </aside>
      </div>
    </>
  );
}
