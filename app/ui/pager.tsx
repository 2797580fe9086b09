import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";

export interface PagerProps {
  /** The next page, keyed by the last row of this one (`?before=…`), not by a number. */
  older?: string | undefined;
  newer?: string | undefined;
  /** `list` = the rows have an order of their own, and the newest are not first. */
  order?: "time" | "list" | undefined;
  range?: { from: number; to: number; total: number } | undefined;
}

/** The way to older and newer rows of a long list. */
export function Pager({ older, newer, order = "time", range }: PagerProps) {
  const t = useTranslations("ui.pager");
  if (!older && !newer && !range) return null;
  return (
    <nav className="row wrap paging" aria-label={t("label")}>
      {newer && (
        <Link className="b s" to={newer} rel="prev">
          {t(order === "time" ? "newer" : "first")}
        </Link>
      )}
      {older && (
        <Link className="b s" to={older} rel="next">
          {t(order === "time" ? "older" : "next")}
        </Link>
      )}
      {range && <span className="small faint push num">{t("range", range)}</span>}
    </nav>
  );
}
