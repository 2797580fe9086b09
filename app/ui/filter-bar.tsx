import { Form, Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Icon } from "./icon";

export interface FilterBarProps {
  /** What is filtered, for those who hear the page. */
  label: string;
  /** Fields, each with its value from the query string. */
  children: ReactNode;
}

/** Fields that narrow a list; they live in the query string, so a link to the list keeps them. */
export function FilterBar({ label, children }: FilterBarProps) {
  const t = useTranslations("ui.table");
  const { search } = useLocation();
  const sort = new URLSearchParams(search).get("sort");
  return (
    <Form className="flt free" role="search" aria-label={label} method="get">
      {children}
      {sort && <input type="hidden" name="sort" value={sort} />}
      <Button icon="filter">{t("show")}</Button>
    </Form>
  );
}

/** "12 of 31 sources", with the way back to all of them when a filter is on. */
export function FilterCount({ children, clearHref }: { children: ReactNode; clearHref?: string | undefined }) {
  const t = useTranslations("ui.table");
  return (
    <p className="cnt2 small soft num" role="status">
      {children}
      {clearHref && (
        <Link to={clearHref}>
          <Icon name="x" />
          {t("clear")}
        </Link>
      )}
    </p>
  );
}
