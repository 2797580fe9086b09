import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useTimeText } from "~/ui/time";
import type { ReadingRemarks as Page } from "./load-reading-remarks.server";

/** Above the text: until when remarks are asked, and the way to them. */
export function RemarksBar({ page }: { page: Page }) {
  const t = useTranslations("reading.remarks");
  const { mayRemark } = page.round;
  return (
    <p className="remarks-bar small">
      <RoundWords round={page.round} /> <a href="#remark">{t(mayRemark ? "barLink" : "barRead")}</a>
    </p>
  );
}

/** Until when remarks are asked, or that the round is closed. */
export function RoundWords({ round }: { round: Page["round"] }) {
  const t = useTranslations("reading.remarks");
  const time = useTimeText();
  if (!round.mayRemark) return <>{t("barClosed")}</>;
  const day = round.dueOn === null ? "" : time(round.dueOn, "long");
  return <>{t(round.isLate ? "barLate" : "bar", { day })}</>;
}

/** Beside a statement: the way to a remark on it. */
export function RemarkOn({ code, search }: { code: string; search: string }) {
  const t = useTranslations("reading.remarks");
  const query = new URLSearchParams(search);
  query.set("about", code);
  return (
    <Link className="small" to={`?${query}#remark`} preventScrollReset>
      {t("on", { code })}
    </Link>
  );
}
