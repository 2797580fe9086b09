import { useNavigate } from "@remix-run/react";
import type { RefObject } from "react";
import { useEffect } from "react";

/**
 * The cells of a large table are plain links, `<a data-cell>`, since a thousand of the router's own cost more than the page: one handler on
 * the table leads on without a reload. A link that only changes the query leaves the scroll where it is.
 */
export function useFollow(table: RefObject<HTMLTableElement | null>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const { current } = table;
    const follow = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      const href = event.target instanceof Element ? event.target.closest("a[data-cell]")?.getAttribute("href") : null;
      if (!plain || event.defaultPrevented || !href) return;
      event.preventDefault();
      void navigate(href, { preventScrollReset: href.startsWith("?") });
    };
    current?.addEventListener("click", follow);
    return () => current?.removeEventListener("click", follow);
  }, [navigate, table]);
}
