import { useNavigate } from "@remix-run/react";
import { useMemo, useRef, useCallback, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { DataBlocks } from "./data-blocks";
import type { loadReview } from "./load-review.server";
import { ReviewBeside } from "./review-beside";
import { ReviewDecision } from "./review-decision";
import { ReviewEvidence } from "./review-evidence";
import { ReviewPoints, ReviewHelp } from "./review-points";
import { ReviewChanges, ReviewTabs } from "./review-tabs";
import { ReviewersNotice } from "./reviewers-notice";
import { SignOffList, StateNotice } from "./section-aside";
import { SectionBody } from "./section-body";
import { SectionHead } from "./section-head";
import { SeenButton } from "./seen";
import { useReviewKeys } from "./use-review-keys";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

interface ReviewPageProps {
  loaded: Loaded;
  /** The rounds of review of the section. */
  rounds?: ReactNode;
  /** The comments on it. */
  comments?: ReactNode;
  /** What the protocol asks of it, with the reasons given. */
  gate?: ReactNode;
}

/** A section beside its evidence, with what changed since it was seen or signed, the open points, and the decision to take. */
export function ReviewPage({ loaded, rounds, comments, gate }: ReviewPageProps) {
  const t = useTranslations("sections");
  const { head, points } = loaded;
  const { text, current, clear } = usePlace(loaded);
  const waiting = loaded.moves.some(({ name }) => name === "sign-off");
  return (
    <>
      <SectionHead
        head={head}
        page={t("review")}
        acts={
          <ButtonLink to={head.path} icon="eye">
            {t("read")}
          </ButtonLink>
        }
      />
      <ReviewersNotice tally={loaded.tally} lead={false} mine={loaded.ownWork} />
      <ReviewTabs loaded={loaded} />
      <ReviewChanges loaded={loaded} />
      {!loaded.since?.lapsed && <StateNotice head={head} state={loaded.state} />}
      {!waiting && (
        <Notice tone="info" className="kept" title={t("nothingToReview")}>
          {t(head.status === "signed-off" ? "reviewDone" : "reviewNotYet")}
        </Notice>
      )}
      <div className="rv">
        <article className="sheet paper" id="text" ref={text}>
          <ReviewText loaded={loaded} current={current} />
        </article>
        <aside className="gap" aria-label={t("evidence")}>
          <ReviewPoints points={points} />
          <ReviewEvidence blocks={loaded.blocks} changed={new Set(loaded.changed)} deeper={loaded.deeper} current={current} onAll={clear} />
          {comments}
          {gate}
          <SignOffList signOffs={loaded.signOffs} path={head.path} />
          {rounds}
          <ReviewHelp />
        </aside>
      </div>
      <SeenButton loaded={loaded} />
      <ReviewDecision loaded={loaded} />
    </>
  );
}

function usePlace({ blocks, points, head }: Loaded) {
  const navigate = useNavigate();
  const text = useRef<HTMLElement>(null);
  const statements = useMemo(() => blocks.flatMap(({ statement }) => (statement && !statement.home ? [statement.code] : [])), [blocks]);
  const anchors = useMemo(() => points.map(({ anchor }) => anchor), [points]);
  const open = useCallback((code: string) => void navigate(`${head.base}/statements/${code}`), [navigate, head.base]);
  return { text, ...useReviewKeys(text, statements, anchors, open) };
}

function ReviewText({ loaded, current }: { loaded: Loaded; current: string | null }) {
  const t = useTranslations("sections");
  const { blocks, tables, reading, view, difference, head } = loaded;
  if (view === "beside" && difference) return <ReviewBeside blocks={blocks} difference={difference} />;
  const shown = view === "whole" ? undefined : difference?.words;
  const words =
    shown &&
    new Map(
      shown
        .filter(
          ({ kind, blockId, language }) =>
            kind === "changed" && blocks.some((block) => block.id === blockId && block.language === language),
        )
        .map((one) => [one.blockId, one]),
    );
  return (
    <>
      <div className="doc edit">
        {blocks.length === 0 && tables.length === 0 && <EmptyState title={t("nothingWritten")} />}
        <SectionBody blocks={blocks} base={head.base} changed={new Set(loaded.changed)} words={words} current={current} />
      </div>
      <DataBlocks tables={tables} language={reading.language} fallback={reading.fallback} />
    </>
  );
}
