import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Notice } from "~/ui/notice";
import { Time, useTimeText } from "~/ui/time";
import type { loadReview } from "./load-review.server";
import { DifferenceView } from "./review-difference";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

/** The ways in which the section can be shown, as links with addresses of their own. */
export function ReviewTabs({ loaded: { view, views, since, seenAt } }: { loaded: Loaded }) {
  const t = useTranslations("reviewing");
  const day = useTimeText();
  if (views.length < 2) return null;
  const at = { seen: seenAt, signed: since?.at ?? null, whole: null, beside: null };
  return (
    <nav className="row seg kept" aria-label={t("show")}>
      {views.map((one) => (
        <Link key={one} className="b" to={`?show=${one}`} aria-current={one === view ? "page" : undefined} preventScrollReset>
          {t(`view.${one}`, { day: day(at[one] ?? new Date(0), "long") })}
        </Link>
      ))}
    </nav>
  );
}

/** Since when, by whom, and what changed: the nearest cause first. */
export function ReviewChanges({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("reviewing");
  const { view, difference, compared, since, head } = loaded;
  if (!difference || !compared || view === "whole") return null;
  const count = [difference.words, difference.places, difference.links, difference.weighed, difference.evidence, difference.values].flat()
    .length;
  const values = { version: compared.changes, count, name: since?.by ?? "", time: () => <Time at={compared.at} as="long" /> };
  const signed = view === "signed" || (view === "beside" && since !== null);
  const title = signed ? t.rich(since?.mine ? "youSigned" : "otherSigned", values) : t.rich("youSaw", values);
  if (count === 0) return <Notice tone="ok" className="kept" title={title} />;
  return (
    <Notice tone={signed && since?.lapsed ? "stale" : "info"} className="kept" title={title}>
      <DifferenceView difference={difference} base={head.base} />
    </Notice>
  );
}
