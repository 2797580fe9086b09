import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Notice } from "~/ui/notice";

/** On the page of a record: it was made before a deviation from the protocol, under the older wording. */
export function DeviationMarks({ marks, base }: { marks: readonly { number: number }[]; base: string }) {
  const t = useTranslations("deviations");
  if (marks.length === 0) return null;
  return (
    <Notice tone="stale" className="kept">
      {marks.map(({ number }) => (
        <p key={number}>
          {t("mark", { number })} <Link to={`${base}/protocol/deviations/${number}`}>{t("one", { number })}</Link>
        </p>
      ))}
    </Notice>
  );
}

/** On the page of a frozen protocol: how many deviations there are since, and where to read and record them. */
export function DeviationsNotice({ count, base }: { count: number; base: string }) {
  const t = useTranslations("deviations");
  return (
    <Notice tone={count > 0 ? "stale" : "info"} className="kept">
      {count > 0 ? t("noticeCount", { count }) : t("noticeNone")} <Link to={`${base}/protocol/deviations`}>{t("see")}</Link>
    </Notice>
  );
}
