import { Link, useSearchParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { CommentsView } from "./load-comments.server";

/** What narrows the comments, as links that keep the rest of the address; what has nothing is left out. */
export function CommentFilters({ view, path }: { view: Pick<CommentsView, "counts" | "filter">; path: string }) {
  const t = useTranslations("comments");
  const [query] = useSearchParams();
  const to = (filter: string) => {
    const next = new URLSearchParams(query);
    next.set("points", filter);
    next.delete("on");
    return `${path}?${next.toString()}#comments`;
  };
  return (
    <nav aria-label={t("filter")}>
      <ul className="row wrap small filters">
        {view.counts
          .filter(({ filter, count }) => count > 0 || filter === view.filter)
          .map(({ filter, count }) => (
            <li key={filter}>
              <Link to={to(filter)} aria-current={filter === view.filter ? "true" : undefined} preventScrollReset>
                {t(`filters.${filter}`)} <span className="num">{count}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
