import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { DataBlocks } from "./data-blocks";
import type { loadReview } from "./load-review.server";
import { ReviewCauses } from "./review-causes";
import { ReviewDecision } from "./review-decision";
import { ReviewGrounds } from "./review-grounds";
import { SignOffList, StateNotice } from "./section-aside";
import { SectionBody } from "./section-body";
import { SectionHead } from "./section-head";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

/** A section beside its evidence, with what changed since it was signed and the decision to take. */
export function ReviewPage({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("sections");
  const { head, blocks, tables, reading, since } = loaded;
  const changed = new Set(loaded.changed);
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
      {since && <ReviewCauses since={since} />}
      {!since && <StateNotice head={head} state={loaded.state} />}
      {!waiting && (
        <Notice tone="info" className="kept" title={t("nothingToReview")}>
          {t(head.status === "signed-off" ? "reviewDone" : "reviewNotYet")}
        </Notice>
      )}
      <div className="rv">
        <article className="sheet paper">
          <div className="doc edit">
            {blocks.length === 0 && tables.length === 0 && <EmptyState title={t("nothingWritten")} />}
            <SectionBody blocks={blocks} base={head.base} changed={changed} />
          </div>
          <DataBlocks tables={tables} language={reading.language} fallback={reading.fallback} />
        </article>
        <aside className="gap" aria-label={t("evidence")}>
          <ReviewGrounds blocks={blocks} changed={changed} />
          <SignOffList signOffs={loaded.signOffs} />
        </aside>
      </div>
      <ReviewDecision loaded={loaded} />
    </>
  );
}
