import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";
import type { CauseView } from "./load-section.server";
import type { loadReview } from "./load-review.server";

type Since = NonNullable<Awaited<ReturnType<typeof loadReview>>["since"]>;

/** What changed below a section since a sign-off, nearest first. */
export function ReviewCauses({ since }: { since: Since }) {
  const t = useTranslations("sections");
  const values = { version: since.version, count: since.causes.length, name: since.by };
  return (
    <Notice
      tone="stale"
      className="kept"
      title={
        since.mine
          ? t.rich("youSigned", { ...values, time: () => <Time at={since.at} as="long" /> })
          : t.rich("otherSigned", { ...values, time: () => <Time at={since.at} as="long" /> })
      }
    >
      <ol className="why">
        {since.causes.map((cause, at) => (
          <li key={at}>
            <Cause cause={cause} />
          </li>
        ))}
      </ol>
    </Notice>
  );
}

function Cause({ cause }: { cause: CauseView }) {
  const t = useTranslations("sections");
  if (cause.what === "content") return <>{t("causeContent")}</>;
  const { ground, through, change } = cause;
  const code = ground?.code ?? t("goneGround");
  const way = through ? t("throughGround", { code: through.code }) : t("directly");
  return (
    <>
      {ground?.href ? <Link to={ground.href}>{t(`cause.${change}`, { code })}</Link> : t(`cause.${change}`, { code })}{" "}
      <span className="soft">({way})</span>
    </>
  );
}
